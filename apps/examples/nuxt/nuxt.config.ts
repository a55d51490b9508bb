export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  telemetry: false,
  css: [
    '@fairwell-examples/account/page.css',
    '@fairwell/themes/dark-midnight.css',
    '@fairwell/themes/default.css',
  ],
  app: {
    head: {
      title: 'Sprigletter',
      link: [{ rel: 'icon', href: 'data:,' }],
    },
  },
});
