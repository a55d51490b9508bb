import { fixture, html, waitUntil } from '@open-wc/testing';
import type { FairwellEventMap } from '../events/events.js';
import type { FailedPaymentWallElement } from '../failed-payment-wall/failed-payment-wall.js';
import type { PauseWallElement } from '../pause-wall/pause-wall.js';
import { expectAccessible } from './accessible.js';
import { createStripeDouble } from './stripe-double.js';
import { parts, words } from './shadow.js';
import { serviceUrl } from './wall-service.js';

type AnyWallElement = PauseWallElement | FailedPaymentWallElement;

/** The wall asks the service as soon as it is in the page. */
export async function pauseWall(
  properties: Partial<PauseWallElement> = {},
): Promise<PauseWallElement> {
  const wall = await fixture<PauseWallElement>(html`<fw-pause-wall></fw-pause-wall>`);
  Object.assign(wall, { serviceUrl, session: 'token', ...properties });
  return wall;
}

export async function failedPaymentWall(
  properties: Partial<FailedPaymentWallElement> = {},
): Promise<FailedPaymentWallElement> {
  const wall = await fixture<FailedPaymentWallElement>(
    html`<fw-failed-payment-wall></fw-failed-payment-wall>`,
  );
  const stripe = createStripeDouble();
  const loadStripe = () => Promise.resolve(stripe);
  Object.assign(wall, { serviceUrl, session: 'token', loadStripe, ...properties });
  return wall;
}

/** The wall, once it stands. */
export async function stands<W extends AnyWallElement>(wall: Promise<W> | W): Promise<W> {
  const element = await wall;
  await waitUntil(() => parts(element, 'modal').length > 0, 'the wall stands');
  await settled(element);
  return element;
}

/** The next event of this name that reaches the wall. */
export function next<K extends keyof FairwellEventMap>(
  wall: AnyWallElement,
  name: K,
): Promise<FairwellEventMap[K]> {
  return new Promise((resolve) => wall.addEventListener(name, resolve, { once: true }));
}

/** Lets its panel come to rest. */
export async function settled(wall: AnyWallElement): Promise<void> {
  await wall.updateComplete;
  const animations = wall.shadowRoot?.getAnimations() ?? [];
  await Promise.all(animations.map(({ finished }) => finished));
}

/** Waits until a part of the wall says this. */
export async function says(wall: AnyWallElement, name: string, text: string): Promise<void> {
  const texts = (): string => parts(wall, name).map(words).join(' | ');
  await waitUntil(() => texts().includes(text), `"${text}" among ${name}: ${texts()}`);
}

/** Waits until the wall is gone from the screen. */
export async function fallen(wall: AnyWallElement): Promise<void> {
  await waitUntil(() => parts(wall, 'modal').length === 0, 'the wall falls');
}

/** Presses the button that says this, as code does. */
export function press(wall: AnyWallElement, label: string): void {
  buttonOf(wall, label).click();
}

export function buttonOf(wall: AnyWallElement, label: string): HTMLElement {
  const found = labelsOf(wall).find(([text]) => text === label)?.[1];
  if (!found)
    throw new Error(
      `No button "${label}" among ${labelsOf(wall)
        .map(([text]) => text)
        .join()}.`,
    );
  return found;
}

function labelsOf(wall: AnyWallElement): [string, HTMLElement][] {
  const found = wall.shadowRoot?.querySelectorAll<HTMLElement>('button, a[part]') ?? [];
  return Array.from(found, (each) => [each.getAttribute('aria-label') ?? words(each), each]);
}

/** What can be pressed, in order. */
export function labels(wall: AnyWallElement): string[] {
  return labelsOf(wall).map(([label]) => label);
}

export function dialogOf(wall: AnyWallElement): HTMLDialogElement | null {
  return wall.shadowRoot?.querySelector('dialog') ?? null;
}

/** At the form for a new card. */
export async function atForm(
  properties: Partial<FailedPaymentWallElement> = {},
): Promise<{ wall: FailedPaymentWallElement; input: HTMLInputElement }> {
  const wall = await stands(failedPaymentWall(properties));
  press(wall, 'Pay with another card');
  await says(wall, 'primary-button', 'Pay €14.00');
  await waitUntil(() => !buttonOf(wall, 'Pay €14.00').matches(':disabled'), 'the form is there');
  const input = wall.querySelector('input');
  if (!input) throw new Error('There is no form.');
  return { wall, input };
}

/** The button of the bank's window, as soon as that is there. */
export async function bankButton(answer: 'Yes' | 'No'): Promise<HTMLButtonElement> {
  const find = (): HTMLButtonElement | undefined =>
    [...document.querySelectorAll<HTMLButtonElement>('#bank button')].find(
      (button) => button.textContent === answer,
    );
  await waitUntil(find, 'the bank asks');
  const button = find();
  if (!button) throw new Error('The bank does not ask.');
  return button;
}

export async function expectWallAccessible(wall: AnyWallElement): Promise<void> {
  await settled(wall);
  await expectAccessible(wall);
}

export { clearWalls, open } from './wall-service.js';
