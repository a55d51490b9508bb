import type { StorybookConfig } from '@storybook/web-components-vite';
import { mergeConfig } from 'vite';
import { xliffModules } from '../packages/elements/build/i18n/xliff-modules.ts';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../packages/elements/src/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (settings) =>
    mergeConfig(settings, {
      plugins: [xliffModules()],
      // Found one by one, these would reload the page and give it a second Lit.
      optimizeDeps: {
        include: [
          'lit',
          'lit/decorators.js',
          'lit/directive-helpers.js',
          'lit/directives/live.js',
          'lit/static-html.js',
        ],
      },
    }),
};

export default config;
