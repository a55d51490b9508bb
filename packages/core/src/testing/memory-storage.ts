import type { FlowStorage } from '../machine/storage.js';

/** Web Storage that lasts as long as the test. */
export function memoryStorage(): FlowStorage {
  const items = new Map<string, string>();
  return {
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
  };
}
