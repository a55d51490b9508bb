/** The manifest is written from the doc comments on the classes: they are the one source. */
export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/**/*.test.ts', 'src/**/*.stories.ts', 'src/testing/**'],
  outdir: 'dist',
  litelement: true,
};
