import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';

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

/** What is shown under this heading. */
export const heading = (name: string | RegExp) => page.getByRole('heading', { name });

/** Nothing of ours is on the page. */
export async function expectNothing(): Promise<void> {
  await expect.poll(() => document.querySelector('fw-cancel-flow')).toBe(null);
}
