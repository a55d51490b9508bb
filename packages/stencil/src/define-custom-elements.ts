import { loaders, type Tag } from './generated/loaders.js';
import { isServer } from './server.js';

/**
 * Loads and registers elements that a page writes as tags; the functional components bring their own.
 * Called again it changes nothing, and on a server it does nothing.
 * @param tags Which; every element where they are left out.
 * @returns when they are registered. Rejects where their code cannot be loaded.
 */
export async function defineCustomElements(tags?: readonly Tag[]): Promise<void> {
  if (isServer()) return;
  const chosen = tags ? tags.map((tag) => loaders[tag]) : Object.values(loaders);
  await Promise.all(chosen.map((load) => load()));
}
