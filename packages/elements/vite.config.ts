import { globSync } from 'node:fs';
import { defineConfig } from 'vite';
import { xliffModules } from './build/i18n/xliff-modules.ts';
import { minifyTemplates } from './build/minify-templates.ts';
import { plainProperties } from './build/plain-properties.ts';

/** Modules stay apart, so that a page loads only the elements it uses. */
export default defineConfig({
  plugins: [xliffModules(), plainProperties(), minifyTemplates()],
  build: {
    target: 'es2022',
    minify: false,
    lib: { entry: ['src/index.ts', ...globSync('src/define/*.ts')], formats: ['es'] },
    rolldownOptions: {
      // Of lit-localize what is used goes in: a few lines, and no dependency for a host.
      external: [/^lit(\/|$)/, /^@lit\/reactive-element/, /^@fairwell\//],
      treeshake: { moduleSideEffects: 'no-external' },
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        // npm leaves a folder named node_modules out of a package, wherever it is.
        entryFileNames: ({ name }) =>
          `${name
            .replace(/^.*node_modules\//, 'vendor/')
            .replace(/^_virtual\/.*\//, 'vendor/')
            .replace(/^.*xliff\/(.*)\.xlf$/, 'localization/locales/$1')}.js`,
      },
    },
  },
});
