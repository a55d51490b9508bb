import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../define/cancel-flow.js';
import { flow, recordingHandlers } from '../testing/sample-flow.js';
import { customer, monthly } from '../testing/samples.js';
import { element, part, words } from '../testing/shadow.js';
import type { CancelFlowElement } from './cancel-flow.js';

const meta: Meta<CancelFlowElement> = {
  title: 'Flow/Cancel flow',
  component: 'fw-cancel-flow',
  beforeEach: () => {
    sessionStorage.clear();
  },
  args: {
    open: true,
    variant: 'inline',
    flow,
    customer,
    subscriptions: [monthly],
    handlers: recordingHandlers(),
  },
};
export default meta;

type Story = StoryObj<CancelFlowElement>;

/** The step on show, once it is the one of this tag. */
async function step<K extends keyof HTMLElementTagNameMap>(
  canvas: HTMLElement,
  tag: K,
): Promise<HTMLElementTagNameMap[K]> {
  return waitFor(() => {
    const root = element(canvas, 'fw-cancel-flow').shadowRoot;
    if (!root) throw new Error('The flow is not drawn yet.');
    const found = element(root, tag);
    part(found, 'step');
    return found;
  });
}

export const Inline: Story = {
  async play({ canvasElement }) {
    const survey = await step(canvasElement, 'fw-survey-step');
    await userEvent.click(part(survey, 'option'));
    await userEvent.click(part(survey, 'primary-button'));
    const offer = await step(canvasElement, 'fw-discount-offer');
    await userEvent.click(part(offer, 'secondary-button'));
    const feedback = await step(canvasElement, 'fw-feedback-step');
    await userEvent.click(part(feedback, 'primary-button'));
    const confirm = await step(canvasElement, 'fw-confirm-step');
    await userEvent.click(part(confirm, 'danger-button'));
    const complete = await step(canvasElement, 'fw-complete-step');
    await expect(words(part(complete, 'heading'))).toBe('Your subscription is cancelled');
  },
};

export const Modal: Story = {
  args: { variant: 'modal' },
  async play({ canvasElement }) {
    const survey = await step(canvasElement, 'fw-survey-step');
    await waitFor(() => expect(survey.shadowRoot?.activeElement?.id).toBe('heading'));
    await userEvent.keyboard('{Escape}');
    const cancelFlow = element(canvasElement, 'fw-cancel-flow');
    await waitFor(() => expect(cancelFlow.open).toBe(false));
  },
};

export const ModalOpen: Story = {
  tags: ['picture'],
  args: { variant: 'modal' },
  async play({ canvasElement }) {
    const survey = await step(canvasElement, 'fw-survey-step');
    const { shadowRoot } = element(canvasElement, 'fw-cancel-flow');
    const dialog = shadowRoot?.querySelector('dialog');
    await expect(dialog).toHaveAccessibleName(survey.heading);
    // Only when it has come to rest its colours are what they are.
    await Promise.all(shadowRoot?.getAnimations().map(({ finished }) => finished) ?? []);
  },
};

export const Loading: Story = {
  args: { flow: undefined },
  async play({ canvasElement }) {
    const progress = await step(canvasElement, 'fw-progress-step');
    await expect(part(progress, 'heading')).toHaveTextContent('Loading…');
  },
};

export const DirectCancelAsAButton: Story = {
  args: { compliance: ['california'] },
  async play({ canvasElement }) {
    await step(canvasElement, 'fw-survey-step');
    const cancelNow = part(element(canvasElement, 'fw-cancel-flow'), 'secondary-button');
    await userEvent.click(cancelNow);
    await step(canvasElement, 'fw-complete-step');
  },
};

export const Preview: Story = {
  args: { preview: true },
  async play({ canvasElement }) {
    await step(canvasElement, 'fw-survey-step');
    const badge = part(element(canvasElement, 'fw-cancel-flow'), 'badge');
    await expect(badge).toHaveTextContent('nothing is changed');
  },
};

export const Branded: Story = {
  args: { flow: { ...flow, brand: { accent: '#0f6b5c' } } },
  async play({ canvasElement }) {
    const survey = await step(canvasElement, 'fw-survey-step');
    const { backgroundColor } = getComputedStyle(part(survey, 'primary-button'));
    await expect(backgroundColor).toBe('rgb(15, 107, 92)');
  },
};

export const WithSlots: Story = {
  render: ({ customer, subscriptions, handlers }) => html`
    <fw-cancel-flow
      open
      variant="inline"
      .flow=${flow}
      .customer=${customer}
      .subscriptions=${subscriptions}
      .handlers=${handlers}
    >
      <strong slot="brand-image">Acme Reports</strong>
      <p slot="footer-note">Questions? Write to help@example.com.</p>
    </fw-cancel-flow>
  `,
  async play({ canvasElement }) {
    await step(canvasElement, 'fw-survey-step');
    const slots = element(canvasElement, 'fw-cancel-flow').querySelectorAll('[slot]');
    await expect(Array.from(slots, (each) => each.assignedSlot?.name)).toEqual([
      'brand-image',
      'footer-note',
    ]);
  },
};

export const BillingFails: Story = {
  args: {
    handlers: {
      handleCancel: () => Promise.reject(new Error('Our bank is closed. Try again tomorrow.')),
    },
  },
  async play({ canvasElement }) {
    await step(canvasElement, 'fw-survey-step');
    await userEvent.click(part(element(canvasElement, 'fw-cancel-flow'), 'text-button'));
    const failed = await step(canvasElement, 'fw-error-step');
    await expect(part(failed, 'body')).toHaveTextContent('Our bank is closed.');
  },
};
