import { isHttpUrl } from '../options.js';
import { libreTranslate, type LibreTranslateOptions } from '../translation/libre-translate.js';
import { translationMemory } from '../translation/translation-memory.js';
import type { Translator } from '../translation/translator.js';
import { EnvironmentError, VariableReader, type Variables } from './variables.js';

/** Where translations come from. */
export interface TranslationSources {
  /** Path of a JSON file of texts that were translated before. */
  file?: string | undefined;
  server?: LibreTranslateOptions | undefined;
}

export function readTranslation(read: VariableReader): TranslationSources {
  const file = read.text('FAIRWELL_TRANSLATION_FILE');
  const url = read.text('FAIRWELL_TRANSLATE_URL');
  const apiKey = read.text('FAIRWELL_TRANSLATE_KEY');
  if (url === undefined && apiKey !== undefined)
    read.refuse('FAIRWELL_TRANSLATE_URL', 'is required: FAIRWELL_TRANSLATE_KEY is for it');
  if (url !== undefined && !isHttpUrl(url))
    read.refuse('FAIRWELL_TRANSLATE_URL', 'must begin with https:// or http://');
  return { file, server: url === undefined ? undefined : { url, apiKey } };
}

/**
 * The file goes before the server.
 * @throws {EnvironmentError} for a file that cannot be used.
 */
export function translatorsOf({ file, server }: TranslationSources): Translator[] {
  const remote = server ? [libreTranslate(server)] : [];
  if (file === undefined) return remote;
  try {
    return [translationMemory(file), ...remote];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new EnvironmentError([`FAIRWELL_TRANSLATION_FILE cannot be used: ${why}`]);
  }
}

/** For a command that needs nothing else of the environment. */
export function translatorsFrom(variables: Variables): Translator[] {
  const read = new VariableReader(variables);
  const sources = readTranslation(read);
  read.finish();
  return translatorsOf(sources);
}
