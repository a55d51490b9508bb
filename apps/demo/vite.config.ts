import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const pages = ['index', 'hosted', 'gardener', 'guide'];

export default defineConfig({
  root: 'page',
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2023',
    // The first with light-dark().
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // Every file stays a file: the page's content security policy allows nothing inline.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: pages.map((page) => fileURLToPath(new URL(`page/${page}.html`, import.meta.url))),
    },
  },
});
