import { fixture, html, waitUntil } from '@open-wc/testing';
import type { CancelFlowElement } from '../cancel-flow/cancel-flow.js';
import { flow, recordingHandlers } from './sample-flow.js';
import { customer, monthly } from './samples.js';
import { part } from './shadow.js';

/** The step of this tag, as soon as the flow shows it. */
export async function shownStep<K extends keyof HTMLElementTagNameMap>(
  flow: CancelFlowElement,
  tag: K,
): Promise<HTMLElementTagNameMap[K]> {
  const find = (): HTMLElementTagNameMap[K] | null => flow.shadowRoot?.querySelector(tag) ?? null;
  await waitUntil(() => find()?.shadowRoot?.querySelector('[part~="step"]'), `<${tag}> is shown`);
  const step = find();
  if (!step) throw new Error(`<${tag}> is not shown.`);
  return step;
}

/** Presses what shows this part, as code does: at once, whatever is under the pointer. */
export function press(host: Element, name: string, index = 0): void {
  part(host, name, index).click();
}

export function dialogOf(flow: CancelFlowElement): HTMLDialogElement {
  const dialog = flow.shadowRoot?.querySelector('dialog');
  if (!dialog) throw new Error('The flow shows no dialog.');
  return dialog;
}

/** A closed flow, set up. */
export async function cancelFlow(
  properties: Partial<CancelFlowElement> = {},
): Promise<CancelFlowElement> {
  const element = await fixture<CancelFlowElement>(html`<fw-cancel-flow></fw-cancel-flow>`);
  Object.assign(element, {
    flow,
    customer,
    subscriptions: [monthly],
    handlers: recordingHandlers(),
    ...properties,
  });
  await element.updateComplete;
  return element;
}

/** A flow at its survey. */
export async function opened(
  properties: Partial<CancelFlowElement> = {},
): Promise<CancelFlowElement> {
  const element = await cancelFlow(properties);
  element.show();
  await shownStep(element, 'fw-survey-step');
  return element;
}

/** From the survey to the confirmation. */
export async function toConfirmation(element: CancelFlowElement): Promise<void> {
  press(await shownStep(element, 'fw-survey-step'), 'option', 3);
  press(await shownStep(element, 'fw-survey-step'), 'primary-button');
  press(await shownStep(element, 'fw-feedback-step'), 'primary-button');
  await shownStep(element, 'fw-confirm-step');
}

/** From the survey to the offer of a discount. */
export async function toDiscount(element: CancelFlowElement): Promise<void> {
  press(await shownStep(element, 'fw-survey-step'), 'option');
  press(await shownStep(element, 'fw-survey-step'), 'primary-button');
  await shownStep(element, 'fw-discount-offer');
}
