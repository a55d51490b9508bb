import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Extracted } from './extract.ts';
import { placeholdersOf, type Text } from '../../src/localization/message-text.ts';

/** An English message and what a translator needs to know of it. */
export interface Entry {
  text: Text;
  /** The folders of the elements that say it. */
  where: string;
  /** A button has room for a few words. */
  button?: true;
  note?: string;
}

/** The English messages by their keys; `button` and `note` are written by hand, the rest is extracted. */
export type Catalogue = Readonly<Record<string, Entry>>;

const file = fileURLToPath(new URL('../../locales/en.json', import.meta.url));
const keysFile = fileURLToPath(new URL('../../src/localization/message-keys.ts', import.meta.url));

export function readCatalogue(): Catalogue {
  return JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
}

/** What was extracted, with what is known of it by hand. */
export function renewed(known: Catalogue, found: ReadonlyMap<string, Extracted>): Catalogue {
  return Object.fromEntries(
    Array.from(found, ([key, { text, where }]) => {
      const { button, note } = known[key] ?? {};
      return [key, { text, where, ...(button && { button }), ...(note && { note }) }];
    }),
  );
}

function keysModule(catalogue: Catalogue): string {
  const lines = Object.entries(catalogue).map(([key, { text }]) => {
    const names = placeholdersOf(text).map((name) => `'${name}'`);
    return `  ${/^\w+$/.test(key) ? key : `'${key}'`}: [${names.join(', ')}],\n`;
  });
  return `/**
 * The key of every message, and the names of its placeholders in the order of the source. Written by
 * \`npm run i18n\` from the templates.
 */
export const messageKeys = {
${lines.join('')}} as const;
`;
}

export function writeCatalogue(catalogue: Catalogue): void {
  writeFileSync(file, `${JSON.stringify(catalogue, null, 2)}\n`);
  writeFileSync(keysFile, keysModule(catalogue));
}

/** Do the templates say what the catalogue does? */
export function isCurrent(catalogue: Catalogue, found: ReadonlyMap<string, Extracted>): boolean {
  const now = renewed(catalogue, found);
  return (
    JSON.stringify(now) === JSON.stringify(catalogue) &&
    readFileSync(keysFile, 'utf8') === keysModule(now)
  );
}
