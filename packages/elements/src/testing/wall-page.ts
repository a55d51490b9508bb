import { fixture, html, waitUntil } from '@open-wc/testing';
import type { FairwellEventMap } from '../events/events.js';
import type { FailedPaymentWallElement } from '../failed-payment-wall/failed-payment-wall.js';
import type { PauseWallElement } from '../pause-wall/pause-wall.js';
import { createStripeDouble } from './stripe-double.js';
import { parts, words } from './shadow.js';
import { serviceUrl, WallService } from './wall-service.js';

type AnyWallElement = PauseWallElement | FailedPaymentWallElement;

let service: WallService | undefined;

/** Takes down every wall, and the service with them. */
export function clearWalls(): void {
  for (const wall of document.querySelectorAll<AnyWallElement>(
    'fw-pause-wall, fw-failed-payment-wall',
  )) {
    wall.hide();
    wall.remove();
  }
  document.querySelector('#bank')?.remove();
  service?.close();
}

/** A service at whose walls the page stands. */
export function open(wall: WallService['wall']): WallService {
  service = new WallService(wall);
  return service;
}

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
  const animations = parts(wall, 'modal').flatMap((panel) => panel.getAnimations());
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
