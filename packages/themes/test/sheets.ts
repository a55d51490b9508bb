/** The published files, by the name of their theme. */
const files = import.meta.glob<string>('../css/*.css', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** What is set in `data-fw-theme`, and the style sheet that it needs. */
export const themes: readonly { name: string; css: string }[] = Object.entries(files).flatMap(
  ([file, css]) => {
    const name = file.replace(/^.*\/|\.css$/g, '');
    const names = name === 'default' ? ['default', 'light', 'dark'] : [name];
    return names.map((name) => ({ name, css }));
  },
);
