import { parseArgs } from 'node:util';
import type { Mode } from '@fairwell/contract';
import { FlowStore } from '../flows/flow-store.js';
import { flowToPublish } from '../flows/publishable.js';
import type { Database } from '../storage/database.js';
import { FlowTranslator } from '../translation/flow-translator.js';
import { TranslationCache } from '../translation/translation-cache.js';
import { readFlowFiles, writeFlowFiles } from './flow-files.js';
import { translatorsFrom } from './translation.js';
import type { Variables } from './variables.js';

const usage = `Usage, each with --mode live|test|sandbox:
  fairwell-service flows list
  fairwell-service flows export <folder>
  fairwell-service flows import <folder>
  fairwell-service flows publish <id> …
  fairwell-service flows translate <id> … [--locales de,pt-BR] [--again]`;

const modes: readonly Mode[] = ['live', 'test', 'sandbox'];

type Print = (line: string) => void;
interface Tools {
  store: FlowStore;
  translator: () => FlowTranslator;
  mode: Mode;
  print: Print;
}
type Work = (tools: Tools) => Promise<void>;

const list: Work = async ({ store, mode, print }) => {
  for (const { id, name, primary, liveVersion, unpublished } of await store.list(mode, false)) {
    const live = liveVersion === null ? 'not published' : `version ${liveVersion}`;
    const notes = [primary && 'primary', unpublished && liveVersion !== null && 'draft differs'];
    print([id, name, live, ...notes.filter((note) => note !== false)].join('  '));
  }
};

function exportTo(folder: string): Work {
  return async ({ store, mode, print }) => {
    const names = await writeFlowFiles(folder, await store.list(mode, false));
    for (const name of names) print(name);
  };
}

function importFrom(folder: string): Work {
  return async ({ store, mode, print }) => {
    const drafts = await readFlowFiles(folder);
    for (const [id, what] of await store.import(mode, drafts)) print(`${id}  ${what}`);
  };
}

function publish(ids: readonly string[]): Work {
  return async ({ store, mode, print }) => {
    const flows = await Promise.all(ids.map((id) => store.get(mode, id)));
    for (const { id, draft } of flows) flowToPublish(draft.flow, id);
    for (const { id, revision } of flows) {
      const { version } = await store.publish(mode, id, revision);
      print(`${id}  version ${version}`);
    }
  };
}

/** One after the other; what was translated stays so if the next fails. */
function translate(ids: readonly string[], locales: string | undefined, again: boolean): Work {
  const asked = locales === undefined ? {} : { locales: locales.split(',') };
  return async ({ store, translator, mode, print }) => {
    for (const id of ids) {
      const { revision } = await store.get(mode, id);
      const done = await translator().translate(mode, id, { revision, ...asked, again });
      for (const { locale, key, message } of done.refused)
        print(`${id}  ${locale}  ${key} left out: ${message}`);
      for (const { locale, manual, automatic, missing } of done.languages) {
        const counts = `${done.made[locale] ?? 0} made, ${automatic} automatic, ${manual} manual`;
        print(`${id}  ${locale}  ${counts}, ${missing.length} missing`);
      }
    }
  };
}

function parse(args: readonly string[]): { work: Work; mode: Mode } {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      mode: { type: 'string' },
      locales: { type: 'string' },
      again: { type: 'boolean' },
    },
  });
  const [command, ...rest] = positionals;
  const [first, another] = rest;
  const mode = modes.find((each) => each === values.mode);
  const { locales, again } = values;
  if (mode && command === 'translate' && first !== undefined)
    return { mode, work: translate(rest, locales, again ?? false) };
  if (mode && locales === undefined && again === undefined) {
    if (command === 'list' && first === undefined) return { mode, work: list };
    if (command === 'publish' && first !== undefined) return { mode, work: publish(rest) };
    if (first !== undefined && another === undefined) {
      if (command === 'export') return { mode, work: exportTo(first) };
      if (command === 'import') return { mode, work: importFrom(first) };
    }
  }
  throw new Error(usage);
}

/**
 * `fairwell-service flows …`.
 * @param open The same database as the service's; closed at the end.
 * @param variables Of the environment: where translations come from.
 * @throws {Error} that says what can be asked for, or what is wrong with the files.
 */
export async function runFlows(
  args: readonly string[],
  open: () => Promise<Database>,
  print: Print,
  variables: Variables,
): Promise<void> {
  const { work, mode } = parse(args);
  const database = await open();
  try {
    const now = (): Date => new Date();
    const store = new FlowStore(database, now);
    const translator = (): FlowTranslator => {
      const cache = new TranslationCache(database, now);
      return new FlowTranslator({ store, cache, translators: translatorsFrom(variables) });
    };
    await work({ store, translator, mode, print });
  } finally {
    await database.close();
  }
}
