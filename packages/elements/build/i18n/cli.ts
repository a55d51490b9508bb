/** `npm run i18n`: see docs/translating.md. */
import { existsSync, readFileSync } from 'node:fs';
import { locales, type Locale } from '../../src/localization/locales.ts';
import { isCurrent, readCatalogue, renewed, writeCatalogue, type Catalogue } from './catalogue.ts';
import { check, chunkOf, sizeOf } from './check.ts';
import { extract } from './extract.ts';
import { keysFor, sourceKey } from './plurals.ts';
import { fileOf, readXliff, writeXliff, type Unit } from './xliff.ts';

const usage = `npm run i18n                          extracts the messages from the templates and checks every language
npm run i18n -- check [TAG …]         checks languages, or that all that is written down is complete and current
npm run i18n -- template TAG          prints the messages to translate, as JSON
npm run i18n -- fill TAG FILE.json    takes translations over into the language's XLIFF file, and checks it`;

const isLocale = (tag: string): tag is Locale => locales.some((locale) => locale === tag);

function languageOf(tag: string | undefined): Locale {
  if (tag === undefined || tag === 'en' || !isLocale(tag))
    throw new Error(`${tag ?? 'Nothing'} is none of the languages: ${locales.slice(1).join(', ')}`);
  return tag;
}

const written = (): Locale[] => locales.filter((tag) => existsSync(fileOf(tag)));

function report(catalogue: Catalogue, tag: Locale): boolean {
  const units = readXliff(tag);
  const { errors, warnings } = check(catalogue, tag, units);
  for (const error of errors) console.error(`${tag}  error    ${error}`);
  for (const warning of warnings) console.warn(`${tag}  look at  ${warning}`);
  const size = (sizeOf(chunkOf(catalogue, units)) / 1000).toFixed(1);
  console.log(`${tag}  ${units.size} messages, ${errors.length} errors, ${size} KB gzipped`);
  return errors.length === 0;
}

function reportAll(catalogue: Catalogue, tags: readonly Locale[]): void {
  const wrong = tags.filter((tag) => !report(catalogue, tag));
  if (wrong.length > 0) process.exitCode = 1;
}

/** Where a message stands, for a translator. */
function noteOf({ where, button, note }: Catalogue[string]): string {
  return [button ? 'Button.' : '', note ?? '', `In: ${where}.`].filter(Boolean).join(' ');
}

/** The file of a language, with these translations in place of those it has. */
function filled(
  catalogue: Catalogue,
  tag: Locale,
  translations: Readonly<Record<string, string>>,
): Map<string, Unit> {
  const known = existsSync(fileOf(tag)) ? readXliff(tag) : new Map<string, Unit>();
  const isSource = (key: string): boolean => key in catalogue;
  const keys = keysFor(tag, Object.keys(catalogue));
  const unknown = Object.keys(translations).filter((key) => !keys.includes(key));
  if (unknown.length > 0) throw new Error(`No messages of ${tag}: ${unknown.join(', ')}`);
  return new Map(
    keys.flatMap((key) => {
      const entry = catalogue[sourceKey(key, isSource)];
      if (!entry) return [];
      const target = translations[key] ?? known.get(key)?.target;
      // What was translated from other English says so until it is translated anew.
      const source =
        key in translations ? entry.text : target ? (known.get(key)?.source ?? '') : entry.text;
      return [[key, { source, target, note: noteOf(entry) }]];
    }),
  );
}

function template(catalogue: Catalogue, tag: Locale): object {
  const isSource = (key: string): boolean => key in catalogue;
  return Object.fromEntries(
    keysFor(tag, Object.keys(catalogue)).map((key) => [
      key,
      catalogue[sourceKey(key, isSource)]?.text,
    ]),
  );
}

function run(command = 'all', ...given: string[]): void {
  const catalogue = readCatalogue();
  switch (command) {
    case 'all': {
      const current = renewed(catalogue, extract());
      writeCatalogue(current);
      for (const tag of written()) writeXliff(tag, filled(current, tag, {}));
      reportAll(current, written());
      break;
    }
    case 'check':
      if (given.length === 0 && !isCurrent(catalogue, extract())) {
        console.error('The templates say other words than locales/en.json: run `npm run i18n`.');
        process.exitCode = 1;
      }
      reportAll(catalogue, given.length > 0 ? given.map(languageOf) : written());
      break;
    case 'template':
      console.log(JSON.stringify(template(catalogue, languageOf(given[0])), null, 2));
      break;
    case 'fill': {
      const tag = languageOf(given[0]);
      const words = JSON.parse(readFileSync(given[1] ?? '', 'utf8')) as Record<string, string>;
      writeXliff(tag, filled(catalogue, tag, words));
      reportAll(catalogue, [tag]);
      break;
    }
    default:
      throw new Error(usage);
  }
}

try {
  run(...process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
