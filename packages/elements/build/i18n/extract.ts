import { createRequire } from 'node:module';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProgramMessage } from '@lit/localize-tools/lib/messages.js';
import { extractMessagesFromProgram } from '@lit/localize-tools/lib/program-analysis.js';
import { readTsConfig, stringifyDiagnostics } from '@lit/localize-tools/lib/typescript.js';
import type { Text } from '../../src/localization/message-text.ts';

export interface Extracted {
  text: Text;
  /** The folders of the elements that say it. */
  where: string;
}

type Program = Parameters<typeof extractMessagesFromProgram>[0];
type Options = ReturnType<typeof readTsConfig>['options'];

// The tool reads the syntax tree with its own compiler, which must have made it.
const { createProgram } = createRequire(import.meta.resolve('@lit/localize-tools/package.json'))(
  'typescript',
) as { createProgram: (fileNames: string[], options: Options) => Program };

/**
 * What hosts and translators call a value: `${date}`, `${price.name}` and `${formatDate(end)}` are
 * `date`, `name` and `date`.
 */
function nameOf(expression: string): string {
  const callee = expression.replace(/^\$\{|\}$/g, '').replace(/\(.*$/s, '');
  const last = /(\w+)$/.exec(callee)?.[1] ?? '';
  const name = last.replace(/^format(?=[A-Z])/, '');
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function textOf({ name, contents }: ProgramMessage): Text {
  const taken = new Map<string, string>();
  return contents
    .map((part) => {
      if (typeof part === 'string') return part;
      const placeholder = nameOf(part.untranslatable);
      const other = taken.get(placeholder);
      if (!placeholder || (other && other !== part.untranslatable))
        throw new Error(
          `${name}: ${part.untranslatable} has no name of its own; put it in a constant that says what it is.`,
        );
      taken.set(placeholder, part.untranslatable);
      return `{${placeholder}}`;
    })
    .join('');
}

/** All messages of the elements, in the order of the files. */
export function extract(): Map<string, Extracted> {
  const config = fileURLToPath(new URL('../../tsconfig.build.json', import.meta.url));
  const source = `${dirname(config)}/src`;
  const { fileNames, options } = readTsConfig(config);
  const program = createProgram(
    fileNames.filter((name) => name.startsWith(source)),
    options,
  );
  const { messages, errors } = extractMessagesFromProgram(program);
  if (errors.length > 0) throw new Error(stringifyDiagnostics(errors));
  return new Map(
    messages.map((message) => [
      message.name,
      {
        text: textOf(message),
        where: dirname(relative(source, message.file.fileName)),
      },
    ]),
  );
}
