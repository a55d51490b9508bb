/**
 * An element of the host's, by its tag; undefined where none is registered under it. Only registered
 * elements are created, and only properties of their own are set: `innerHTML` and its like, which
 * every HTML element has, would let a flow write raw HTML.
 */
export function createForeign(
  tag: string,
  properties: Record<string, unknown> = {},
): HTMLElement | undefined {
  const Foreign = customElements.get(tag);
  if (!Foreign) {
    console.error(`The flow names <${tag}>, which is not registered with customElements.define().`);
    return undefined;
  }
  const element = document.createElement(tag);
  // One whose constructor throws is made as an element without behaviour; the browser reports it.
  if (!(element instanceof Foreign)) return undefined;
  for (const [name, value] of Object.entries(properties)) {
    if (name in HTMLElement.prototype)
      console.error(`The flow gives <${tag}> a "${name}", which is not a property of its own.`);
    else Reflect.set(element, name, value);
  }
  return element;
}
