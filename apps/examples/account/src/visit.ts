import { isLanguage, type Language, type Theme } from './words.js';

/** Who comes to the page, and with what settings: what a product knows from its own sign-in. */
export interface Visit {
  /** The customer's id. */
  readonly customer: string;
  /** Where the back end is, with the service in it. */
  readonly service: string;
  readonly theme: Theme;
  readonly language: Language;
  readonly windowsills: number;
}

/** Where the cancel button leads without script. */
export const cancelUrl = 'mailto:goodbye@sprigletter.example?subject=Cancel%20my%20subscription';

/** @param search the query of the page's address: a string, or what a server has read out of it. */
export function readVisit(search: string | URLSearchParams | Record<string, string>): Visit {
  const query = new URLSearchParams(search);
  const language = query.get('language') ?? '';
  return {
    customer: query.get('customer') ?? '',
    service: query.get('service') ?? '',
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
    language: isLanguage(language) ? language : 'en',
    windowsills: Number(query.get('windowsills') ?? 2),
  };
}
