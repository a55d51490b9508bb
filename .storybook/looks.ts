const files = import.meta.glob('../packages/themes/css/*.css', { eager: true });

/** The themes that there are, by the name that `data-fw-theme` takes. Their styles are in the page. */
export const looks = Object.keys(files)
  .map((file) => file.replace(/.*\/|\.css$/g, ''))
  .flatMap((name) => (name === 'default' ? ['default', 'light', 'dark'] : [name]));
