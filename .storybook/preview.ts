import manifest from '@fairwell/elements/custom-elements.json';
import {
  setCustomElementsManifest,
  type Decorator,
  type Preview,
} from '@storybook/web-components-vite';
import { files } from '../packages/elements/src/localization/languages.ts';
import { addPseudoLocale } from '../packages/elements/src/testing/pseudo-locale.ts';
import { looks } from './looks.ts';
import './preview.css';
import { publicManifest } from './public-manifest.ts';

/** Properties, events, slots, parts and tokens of each element, from the comments on its class. */
setCustomElementsManifest(publicManifest(manifest));

addPseudoLocale();

/** The elements follow the page, so the page is what the toolbar changes. */
const followToolbar: Decorator = (story, { globals }) => {
  const { look, theme, direction, language } = globals as {
    look: string;
    theme: string;
    direction: string;
    language: string;
  };
  document.documentElement.dataset['fwTheme'] = look;
  document.documentElement.style.colorScheme = theme === 'auto' ? 'light dark' : theme;
  document.documentElement.dir = direction;
  document.documentElement.lang = language;
  return story();
};

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [followToolbar],
  initialGlobals: { look: 'default', theme: 'light', direction: 'ltr', language: 'en' },
  globalTypes: {
    look: {
      description: 'Theme of the elements',
      toolbar: { title: 'Theme', icon: 'paintbrush', dynamicTitle: true, items: looks },
    },
    theme: {
      description: 'Color scheme of the page',
      toolbar: {
        title: 'Color scheme',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
          { value: 'auto', title: 'Auto', icon: 'browser' },
        ],
      },
    },
    language: {
      description: 'Language of the page',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        dynamicTitle: true,
        items: ['en', ...Object.keys(files).map((file) => file.replace(/.*\/|\.xlf$/g, ''))],
      },
    },
    direction: {
      description: 'Writing direction of the page',
      toolbar: {
        title: 'Direction',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right', icon: 'arrowright' },
          { value: 'rtl', title: 'Right to left', icon: 'arrowleft' },
        ],
      },
    },
  },
  parameters: {
    layout: 'padded',
    backgrounds: { disabled: true },
    a11y: { test: 'error' },
  },
};

export default preview;
