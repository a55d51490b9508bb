import { configureLocalization, type LocaleModule } from '@lit/localize';

export { msg, str, updateWhenLocaleChanges } from '@lit/localize';

/** The languages besides English, each loaded when it is first used. */
const languages: Record<string, () => Promise<LocaleModule>> = {};

function load(locale: string): Promise<LocaleModule> {
  const language = languages[locale];
  return language ? language() : Promise.reject(new Error(`There is no language ${locale}.`));
}

/** The language of the elements' own words. The library has its own copy of lit-localize, so a host's is left alone. */
export const { getLocale, setLocale } = configureLocalization({
  sourceLocale: 'en',
  targetLocales: Object.keys(languages),
  loadLocale: load,
});
