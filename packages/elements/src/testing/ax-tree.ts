import { waitUntil } from '@open-wc/testing';
import { cdp } from 'vitest/browser';

interface Value {
  value?: unknown;
}

interface AxNode {
  ignored: boolean;
  role?: Value;
  name?: Value;
  description?: Value;
  properties?: { name: string; value: Value }[];
}

interface Frame {
  frame: { id: string; url: string };
  childFrames?: Frame[];
}

function framesIn({ frame, childFrames = [] }: Frame): Frame['frame'][] {
  return [frame, ...childFrames.flatMap(framesIn)];
}

/** What assistive technology is given of the page, in order, as the browser itself works it out. */
async function nodes(): Promise<AxNode[]> {
  const { frameTree } = await cdp().send('Page.getFrameTree');
  const frameId = framesIn(frameTree).find(({ url }) => url === location.href)?.id;
  const { nodes: all } = await cdp().send('Accessibility.getFullAXTree', { frameId });
  return all.filter(({ ignored }) => !ignored);
}

const textOf = (given: Value | undefined): string =>
  typeof given?.value === 'string' ? given.value : '';

function has(node: AxNode, property: string): boolean {
  return (
    node.properties?.some(({ name, value }) => name === property && value.value === true) ?? false
  );
}

function spoken(node: AxNode): string {
  return `${textOf(node.role)} "${textOf(node.name)}"`;
}

/** What is said of the element that has the focus: `heading "What is your main reason?"`. */
export async function focused(): Promise<string> {
  const found = (await nodes()).filter(
    (node) => has(node, 'focused') && textOf(node.role) !== 'RootWebArea',
  );
  return found.map(spoken).join(' > ');
}

/** What can be reached, each as it is said; without mere text. */
export async function reachable(...roles: string[]): Promise<string[]> {
  return (await nodes()).filter(({ role }) => roles.includes(textOf(role))).map(spoken);
}

/** Waits until the focus is on what is said so. */
export async function expectFocus(expected: string): Promise<void> {
  let last = '';
  await waitUntil(async () => (last = await focused()) === expected, `${expected} has the focus`, {
    timeout: 10_000,
  }).catch((cause: unknown) => {
    throw new Error(`${last || 'Nothing'} has the focus, not ${expected}`, { cause });
  });
}
