import { faultyProperties } from './faulty-properties.js';

/** What was reported of an element already. */
const reported = new WeakMap<Element, Set<string>>();

/**
 * Tells the page's author that an element cannot show all of what it was given, and which property is
 * to blame; once for each.
 */
export function reportFault(element: Element, error: unknown): void {
  const known = reported.get(element) ?? new Set();
  reported.set(element, known);
  const faults = faultyProperties(element);
  for (const fault of faults.length > 0 ? faults : [String(error)]) {
    if (known.has(fault)) continue;
    known.add(fault);
    console.error(`<${element.localName}> ${fault}`, error);
  }
}
