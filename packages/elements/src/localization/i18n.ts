import type { Locale } from './locales.js';
import type { messageKeys } from './message-keys.js';

type Source = typeof messageKeys;
type PluralBase = {
  [K in keyof Source]: K extends `${infer B}.other` ? B : never;
}[keyof Source];
type PluralKey = `${PluralBase}.${Intl.LDMLPluralRule}`;

/** Text in which a name stands in braces somewhere. */
type Has<Name extends string> = `${string}{${Name}}${string}`;
/** Text with each of these placeholders, in any order. */
type TextWith<Names extends readonly string[]> = Names extends readonly [
  infer Name extends string,
  ...infer Others extends readonly string[],
]
  ? Has<Name> & TextWith<Others>
  : string;

/** Words in place of ours, by the key of their message. A placeholder of the message stays in it. */
export type Messages = {
  [K in Exclude<keyof Source, PluralKey>]?: TextWith<Source[K]>;
} & { [K in PluralKey]?: string };

/** A BCP 47 tag; the elements speak those of `Locale`, and what comes close to one is served by it. */
export type LanguageTag = Locale | (string & Record<never, never>);

/** By language, English too. One of which the elements know no word can be added by its tag. */
export type MessagesByLanguage = { readonly [T in LanguageTag]?: Messages };

export interface I18n {
  /** The language; without it the nearest `lang` attribute decides, and then the reader's browser. */
  readonly lang?: LanguageTag | undefined;
  /** Words in place of ours. */
  readonly messages?: MessagesByLanguage | undefined;
}
