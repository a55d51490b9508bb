import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DOMParser } from '@xmldom/xmldom';
import type { Text } from '../../src/localization/message-text.ts';
import { partsOf } from './message.ts';

/** A message in a language. */
export interface Unit {
  /** The English that it was made from. */
  source: Text;
  /** Undefined until it is translated. */
  target: Text | undefined;
  note: string | undefined;
}

export const folder = fileURLToPath(new URL('../../xliff', import.meta.url));

function textOf(element: Element | undefined): Text | undefined {
  if (!element) return undefined;
  return Array.from(element.childNodes, (node) => {
    if (node.nodeName === '#text' || node.nodeName === '#cdata-section')
      return node.nodeValue ?? '';
    const name = node.nodeName === 'x' ? (node as Element).getAttribute('id') : undefined;
    if (!name) throw new Error(`<${node.nodeName}> is not a placeholder.`);
    return `{${name}}`;
  }).join('');
}

/**
 * @param xml XLIFF 1.2, http://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html
 * @throws {Error} where it is not well-formed, says a message twice, or holds more than text and placeholders.
 */
export function parseXliff(xml: string): Map<string, Unit> {
  const fail = (message: string): never => {
    throw new Error(message.trim());
  };
  const document = new DOMParser({ errorHandler: fail }).parseFromString(xml, 'text/xml');
  const units = new Map<string, Unit>();
  for (const unit of Array.from(document.getElementsByTagName('trans-unit'))) {
    const key = unit.getAttribute('id') ?? '';
    const child = (name: string): Element | undefined => unit.getElementsByTagName(name)[0];
    if (units.has(key)) throw new Error(`${key}: is there twice.`);
    try {
      units.set(key, {
        source: textOf(child('source')) ?? '',
        target: textOf(child('target')),
        note: child('note')?.textContent ?? undefined,
      });
    } catch (error) {
      throw new Error(`${key}: ${String(error)}`, { cause: error });
    }
  }
  return units;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function markedUp(text: Text): string {
  return partsOf(text)
    .map((part) =>
      'name' in part ? `<x id="${part.name}" equiv-text="{${part.name}}"/>` : escaped(part.words),
    )
    .join('');
}

/** The whole file of a language. */
export function formatXliff(tag: string, units: ReadonlyMap<string, Unit>): string {
  const body = Array.from(units, ([key, { source, target, note }]) =>
    [
      `      <trans-unit id="${key}">`,
      `        <source>${markedUp(source)}</source>`,
      ...(target === undefined ? [] : [`        <target>${markedUp(target)}</target>`]),
      ...(note === undefined ? [] : [`        <note>${escaped(note)}</note>`]),
      '      </trans-unit>',
    ].join('\n'),
  ).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file source-language="en" target-language="${tag}" original="packages/elements/src" datatype="plaintext">
    <body>
${body}
    </body>
  </file>
</xliff>
`;
}

export function fileOf(tag: string): string {
  return `${folder}/${tag}.xlf`;
}

export function readXliff(tag: string): Map<string, Unit> {
  return parseXliff(readFileSync(fileOf(tag), 'utf8'));
}

export function writeXliff(tag: string, units: ReadonlyMap<string, Unit>): void {
  writeFileSync(fileOf(tag), formatXliff(tag, units));
}
