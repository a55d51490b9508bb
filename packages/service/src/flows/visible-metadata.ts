import type { Flow, Metadata } from '@fairwell/contract';

type Owner = 'customer' | 'subscription';

/** The keys of metadata that a flow merges into its texts. */
function mergedKeys(flow: Flow, owner: Owner): Set<string> {
  const field = new RegExp(`\\{\\{\\s*${owner}\\.metadata\\.([\\w-]+)`, 'g');
  return new Set([...JSON.stringify(flow).matchAll(field)].flatMap(([, key]) => key ?? []));
}

/**
 * The same customer or subscription with only the metadata that the flow shows: the rest is the
 * business's own and does not go to a browser.
 */
export function withVisibleMetadata<T extends { metadata?: Metadata }>(
  item: T,
  flow: Flow,
  owner: Owner,
): T {
  if (!item.metadata) return item;
  const keys = mergedKeys(flow, owner);
  const visible = Object.entries(item.metadata).filter(([key]) => keys.has(key));
  return { ...item, metadata: Object.fromEntries(visible) };
}
