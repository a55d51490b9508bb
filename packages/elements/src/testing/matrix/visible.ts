/** Every element below `root`, through shadow roots, in the order of the tree. */
export function elementsBelow(root: ParentNode): Element[] {
  return [...root.children].flatMap((child) => [
    child,
    ...(child.shadowRoot ? elementsBelow(child.shadowRoot) : []),
    ...elementsBelow(child),
  ]);
}

/** Those of them that are seen. */
export function drawnElements(root: ParentNode): HTMLElement[] {
  return elementsBelow(root).filter(
    (element): element is HTMLElement =>
      element instanceof HTMLElement &&
      element.checkVisibility({ visibilityProperty: true }) &&
      !isOnlyRead(element),
  );
}

/** Is it there for screen readers alone. */
function isOnlyRead(element: Element): boolean {
  if (getComputedStyle(element).clipPath === 'inset(50%)') return true;
  const parent = drawnParent(element);
  return parent !== null && isOnlyRead(parent);
}

/** Is it drawn by an element of ours, and not by a host or a story. */
export function isOurs(element: Element): boolean {
  const root = element.getRootNode();
  return root instanceof ShadowRoot && root.host.localName.startsWith('fw-');
}

/** The parent in the tree as drawn: a slot for what is slotted, the host for a shadow root. */
export function drawnParent(element: Element): Element | null {
  const root = element.getRootNode();
  return (
    element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
  );
}

/** A name of it for whoever reads a finding. */
export function nameOf(element: Element): string {
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? `${root.host.localName} ` : '';
  const part = element.getAttribute('part');
  const text = element.textContent.replace(/\s+/g, ' ').trim().slice(0, 40);
  return `${host}<${element.localName}${part ? ` part="${part}"` : ''}> "${text}"`;
}
