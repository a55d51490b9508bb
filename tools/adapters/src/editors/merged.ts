import type { ElementModel } from '../model.ts';

export interface Described {
  readonly name: string;
  readonly description: string;
}

/** One entry for each name, however many elements have it. */
export function merged(entries: readonly Described[]): readonly Described[] {
  const descriptions = new Map<string, Set<string>>();
  for (const { name, description } of entries)
    descriptions.set(name, (descriptions.get(name) ?? new Set()).add(description));
  return [...descriptions]
    .map(([name, each]) => ({ name, description: [...each].filter(Boolean).join(' Or: ') }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** Everything that a page can set with CSS, whichever element reads it. */
export function customProperties(elements: readonly ElementModel[]): readonly Described[] {
  return merged(
    elements.flatMap((element) =>
      element.customProperties.map(({ name, description, default: initial }) => ({
        name,
        description: initial ? `${description} \`${initial}\` by default.` : description,
      })),
    ),
  );
}
