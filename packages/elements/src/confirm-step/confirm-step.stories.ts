import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import '../define/confirm-step.js';
import { threeMonths } from '../testing/samples.js';
import { element, part, recorded } from '../testing/shadow.js';
import type { ConfirmStepElement } from './confirm-step.js';

const meta: Meta<ConfirmStepElement> = {
  title: 'Steps/Confirm',
  component: 'fw-confirm-step',
};
export default meta;

type Story = StoryObj<ConfirmStepElement>;

export const Plain: Story = {
  async play({ canvasElement }) {
    const confirm = element(canvasElement, 'fw-confirm-step');
    const events = recorded(confirm, 'fw-confirm', 'fw-close');
    await userEvent.click(part(confirm, 'danger-button'));
    await userEvent.click(part(confirm, 'secondary-button'));
    await expect(events.map(({ type }) => type)).toEqual(['fw-confirm', 'fw-close']);
  },
};

export const WithEverything: Story = {
  tags: ['picture'],
  args: {
    losses: ['12 saved reports', 'Your team’s shared notes', 'Priority support'],
    endsAt: '2999-12-10T12:00:00.000Z',
    discounts: [{ coupon: threeMonths, start: '2026-11-01T00:00:00.000Z' }],
    acknowledgement: 'I have saved the reports that I want to keep',
    canGoBack: true,
  },
  async play({ canvasElement }) {
    const confirm = element(canvasElement, 'fw-confirm-step');
    const events = recorded(confirm, 'fw-acknowledge');
    const box = confirm.shadowRoot?.querySelector('input');
    if (box) await userEvent.click(box);
    await expect(events.map(({ detail }) => detail.value)).toEqual([true]);
  },
};

export const NotAcknowledged: Story = {
  args: {
    acknowledgement: 'I have saved the reports that I want to keep',
    issue: { code: 'acknowledgement_required' },
  },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-confirm-step');
    await expect(part(shown, 'alert')).toHaveTextContent('Please tick the box first.');
    await expect(shown.shadowRoot?.activeElement?.localName).toBe('input');
  },
};

export const EndsNow: Story = {
  args: { endsAt: '2020-12-10T12:00:00.000Z' },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-confirm-step');
    await expect(part(shown, 'step')).not.toHaveTextContent('2020');
  },
};

export const WithExtraContent: Story = {
  render: () =>
    html`<fw-confirm-step .losses=${['12 saved reports']}>
      <p slot="extra">You can export your reports until the last day.</p>
    </fw-confirm-step>`,
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-confirm-step');
    await expect(shown).toHaveTextContent('You can export your reports until the last day.');
    await expect(element(shown, 'p').assignedSlot?.name).toBe('extra');
  },
};

export const Busy: Story = {
  args: { losses: ['12 saved reports'], busy: true },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-confirm-step');
    await expect(part(shown, 'danger-button')).toBeDisabled();
  },
};

export const LongWords: Story = {
  args: {
    losses: [
      'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
      '12 saved reports',
    ],
    acknowledgement:
      'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    acknowledged: true,
  },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-confirm-step');
    await expect(shown.shadowRoot?.querySelector('input')).toBeChecked();
  },
};
