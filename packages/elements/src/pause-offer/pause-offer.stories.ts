import type { PauseOffer } from '@fairwell/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import '../define/pause-offer.js';
import { monthly, now } from '../testing/samples.js';
import { element, part, recorded } from '../testing/shadow.js';
import type { PauseOfferElement } from './pause-offer.js';

const offer = (changes: Partial<PauseOffer> = {}): PauseOffer => ({
  type: 'pause',
  maxLength: 3,
  interval: 'month',
  ...changes,
});

const meta: Meta<PauseOfferElement> = {
  title: 'Offers/Pause',
  component: 'fw-pause-offer',
  args: { offer: offer(), subscription: monthly, now, timeZone: 'UTC' },
};
export default meta;

type Story = StoryObj<PauseOfferElement>;

export const Months: Story = {
  tags: ['picture'],
  async play({ canvasElement }) {
    const pause = element(canvasElement, 'fw-pause-offer');
    const events = recorded(pause, 'fw-accept', 'fw-decline');
    await userEvent.click(part(pause, 'option', 1));
    await expect(part(pause, 'notice')).toHaveTextContent('starts again on January 21, 2027');
    await userEvent.click(part(pause, 'primary-button'));
    await userEvent.click(part(pause, 'secondary-button'));
    await expect(events.map(({ type }) => type)).toEqual(['fw-accept', 'fw-decline']);
  },
};

export const OneMonth: Story = {
  args: { offer: offer({ maxLength: 1 }) },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-pause-offer');
    await expect(part(shown, 'notice')).toHaveTextContent('December 21, 2026');
  },
};

export const ManyWeeks: Story = {
  args: { offer: offer({ maxLength: 8, interval: 'week' }), canGoBack: true },
  async play({ canvasElement }) {
    const pause = element(canvasElement, 'fw-pause-offer');
    await userEvent.selectOptions(part(pause, 'input'), '6');
    await expect(part(pause, 'notice')).toHaveTextContent('starts again on January 2, 2027');
  },
};

export const AtPeriodEnd: Story = {
  args: { offer: offer({ startAt: 'periodEnd', maxLength: 2 }) },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-pause-offer');
    await expect(part(shown, 'notice')).toHaveTextContent('December 10, 2026');
  },
};

export const PickADay: Story = {
  args: { offer: offer({ datePicker: true }), day: '2027-01-07' },
  async play({ canvasElement }) {
    const notice = part(element(canvasElement, 'fw-pause-offer'), 'notice');
    await expect(notice).toHaveTextContent('starts again on January 7, 2027');
  },
};

export const NoDayPicked: Story = {
  args: {
    offer: offer({ datePicker: true }),
    day: '',
    issue: { code: 'selection_invalid' },
  },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-pause-offer');
    await expect(part(shown, 'alert')).toBeVisible();
    await expect(part(shown, 'input')).toBeInvalid();
  },
};

export const WithDescription: Story = {
  args: {
    header: 'Busy season? Take a break.',
    description: '<p>Your projects stay where they are.</p>',
  },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-pause-offer');
    await expect(part(shown, 'description')).toHaveTextContent(
      'Your projects stay where they are.',
    );
  },
};

export const Busy: Story = {
  args: { busy: true },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-pause-offer');
    await expect(part(shown, 'option-input')).toBeDisabled();
    await expect(part(shown, 'primary-button')).toBeDisabled();
  },
};
