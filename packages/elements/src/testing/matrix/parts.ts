import { elementsBelow, nameOf } from './visible.js';

const registered = new Set<string>();

/** A property of its own for each part, so that it shows which of its names a rule has reached. */
function probe(part: string): string {
  const property = `--styled-${part}`;
  if (!registered.has(property)) {
    CSS.registerProperty({ name: property, syntax: '*', inherits: false });
    registered.add(property);
  }
  return property;
}

/** Parts of this page that a stylesheet of the page cannot reach. */
export function partFindings(): string[] {
  // What a slot would show if nothing were put into it has no style to read.
  const parts = elementsBelow(document.body).filter(
    (element) => element.part.length > 0 && element.checkVisibility(),
  );
  const names = new Set(parts.flatMap((element) => [...element.part]));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    [...names].map((name) => `::part(${name}) { ${probe(name)}: reached }`).join('\n'),
  );
  document.adoptedStyleSheets.push(sheet);
  const found = parts.flatMap((element) =>
    [...element.part]
      .filter((name) => getComputedStyle(element).getPropertyValue(probe(name)) !== 'reached')
      .map((name) => `${nameOf(element)} cannot be styled as ::part(${name})`),
  );
  document.adoptedStyleSheets.splice(document.adoptedStyleSheets.indexOf(sheet), 1);
  return found;
}
