/** What was reported of an element already. */
const reported = new WeakMap<Element, Set<string>>();

/**
 * Tells the page's author that an element cannot show all of what it was given, and which property is
 * to blame; once for each. What finds that out is loaded only now.
 */
export async function reportFault(element: Element, error: unknown): Promise<void> {
  const { faultyProperties } = await import('./faulty-properties.js');
  const known = reported.get(element) ?? new Set();
  reported.set(element, known);
  const faults = faultyProperties(element);
  for (const fault of faults.length > 0 ? faults : [String(error)]) {
    if (known.has(fault)) continue;
    known.add(fault);
    console.error(`<${element.localName}> ${fault}`, error);
  }
}
