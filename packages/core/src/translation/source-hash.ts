import type { Words } from './flow-texts.js';

/** Tells whether a text is still the one that was translated: FNV-1a of 32 bits, hex. */
export function sourceHash(text: Words): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(JSON.stringify(text)))
    hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
