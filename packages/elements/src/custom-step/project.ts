import { FairwellElement } from '../base/fairwell-element.js';

const name = 'fw-custom';

/**
 * Shows a host's element in the slot of `into`, but puts it in the tree that the outermost of our
 * elements stands in: there the styles of the page reach it, and ours do not. Slot by slot it is handed down
 * to where it is shown.
 *
 * @returns a function that takes it away again.
 */
export function project(element: HTMLElement, into: FairwellElement): () => void {
  const placed = [element];
  let home: FairwellElement = into;
  element.slot = name;
  for (;;) {
    const root = home.getRootNode();
    if (!(root instanceof ShadowRoot && root.host instanceof FairwellElement)) break;
    const slot = document.createElement('slot');
    slot.name = slot.slot = name;
    home.append(slot);
    placed.push(slot);
    home = root.host;
  }
  home.append(element);
  return () => placed.forEach((each) => each.remove());
}
