/** `npm run new:element NAME`: the files of a new element, drawing and tested from the start. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeElement } from './write-element.ts';

const source = fileURLToPath(new URL('../../../../packages/elements/src', import.meta.url));
const [folder = '', ...rest] = process.argv.slice(2);

try {
  if (!folder || rest.length > 0) throw new Error('Usage: npm run new:element NAME');
  const written = await writeElement(source, folder);
  console.log(written.map((file) => relative(process.cwd(), file)).join('\n'));
  console.log('\nNow tell the flow when to show it: packages/elements/README.md says where.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
