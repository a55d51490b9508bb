import { expect } from 'vitest';
import { userEvent } from 'vitest/browser';

function find(part: string, root: ParentNode = document): Element | undefined {
  const found = root.querySelector(`[part~="${part}"]`);
  if (found) return found;
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    const inside = shadowRoot ? find(part, shadowRoot) : undefined;
    if (inside) return inside;
  }
  return undefined;
}

/** Presses the one element on the page that shows this part, whatever it says, once it is there. */
export async function press(part: string): Promise<void> {
  await expect.poll(() => find(part), { message: part }).toBeDefined();
  const element = find(part);
  if (element) await userEvent.click(element);
}
