import { appendFile, access, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { elementName } from './element-name.ts';
import { exportOf, filesOf } from './templates.ts';

/**
 * Writes the files of a new element and exports its class.
 *
 * @param source the folder of sources, with an index.ts
 * @param folder the element's name, without the prefix
 * @returns the paths written
 * @throws Error when the name is none, or taken
 */
export async function writeElement(source: string, folder: string): Promise<string[]> {
  const name = elementName(folder);
  const taken = await access(join(source, folder)).then(
    () => true,
    () => false,
  );
  if (taken) throw new Error(`There is a ${name.tag} already, in ${join(source, folder)}.`);

  const style = await resolveConfig(import.meta.filename);
  const written: string[] = [];
  for (const [path, content] of Object.entries(filesOf(name))) {
    const file = join(source, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await format(content, { ...style, filepath: file }));
    written.push(file);
  }
  const index = join(source, 'index.ts');
  await appendFile(index, exportOf(name));
  return [...written, index];
}
