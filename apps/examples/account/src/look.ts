import { directionOf, type Language, type Theme } from './words.js';

/** What the whole page looks like. */
export interface Look {
  readonly language: Language;
  readonly theme: Theme;
}

/** The themes of `@fairwell/themes` that stand for those of the page. */
const fairwellThemes = { light: 'default', dark: 'dark-midnight' } as const satisfies Record<
  Theme,
  string
>;

/** Tells the page its language, the direction of its writing, and the theme. */
export function applyLook({ language, theme }: Look): void {
  const { documentElement } = document;
  documentElement.lang = language;
  documentElement.dir = directionOf(language);
  documentElement.dataset['fwTheme'] = fairwellThemes[theme];
}
