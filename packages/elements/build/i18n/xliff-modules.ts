import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Plugin } from 'vite';
import { readCatalogue } from './catalogue.ts';
import { check, chunkOf } from './check.ts';
import { parseXliff } from './xliff.ts';

/** Lets the language files be imported, each as the messages that the browser needs; fails where one is not complete. */
export function xliffModules(): Plugin {
  return {
    name: 'xliff-modules',
    enforce: 'pre',
    load(id) {
      const [file = ''] = id.split('?');
      if (!file.endsWith('.xlf')) return null;
      const tag = basename(file, '.xlf');
      const catalogue = readCatalogue();
      const units = parseXliff(readFileSync(file, 'utf8'));
      const { errors } = check(catalogue, tag, units);
      if (errors.length > 0) throw new Error(`${file}:\n${errors.join('\n')}`);
      return { code: `export default ${chunkOf(catalogue, units)};`, moduleType: 'js', map: null };
    },
  };
}
