import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import '../define/complete-step.js';
import { threeMonths } from '../testing/samples.js';
import { element, part, recorded } from '../testing/shadow.js';
import type { CompleteStepElement } from './complete-step.js';
import { loadOutcomeWords } from './outcome-words.js';

const ahead = '2999-12-10T12:00:00.000Z';

const meta: Meta<CompleteStepElement> = {
  title: 'Steps/Complete',
  component: 'fw-complete-step',
  // As a flow does, ahead of the outcome.
  loaders: [() => loadOutcomeWords('pause')],
};
export default meta;

type Story = StoryObj<CompleteStepElement>;

export const Cancelled: Story = {
  tags: ['picture'],
  args: { outcome: { type: 'cancel', endsAt: ahead } },
  async play({ canvasElement }) {
    const complete = element(canvasElement, 'fw-complete-step');
    const events = recorded(complete, 'fw-close');
    await userEvent.click(part(complete, 'primary-button'));
    await expect(events).toHaveLength(1);
  },
};

export const Discount: Story = {
  args: { outcome: { type: 'discount', coupon: threeMonths, until: ahead } },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-complete-step');
    await expect(part(shown, 'body')).toHaveTextContent(
      '30% off for 3 months, until December 10, 2999.',
    );
  },
};

export const Paused: Story = {
  args: { outcome: { type: 'pause', resumesAt: ahead } },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-complete-step');
    await expect(part(shown, 'body')).toHaveTextContent('December 10, 2999');
  },
};

export const PauseBooked: Story = {
  args: {
    outcome: { type: 'pause', startsAt: '2999-11-10T12:00:00.000Z', resumesAt: ahead },
  },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-complete-step');
    await expect(part(shown, 'body')).toHaveTextContent('pauses on November 10, 2999');
  },
};

export const PlanChanged: Story = {
  args: {
    outcome: {
      type: 'planChange',
      price: {
        id: 'lite',
        name: 'Lite',
        amount: { value: 700, currency: 'eur' },
        interval: 'month',
        intervalCount: 1,
      },
    },
  },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-complete-step');
    await expect(part(shown, 'body')).toHaveTextContent('Lite, €7.00 per month');
  },
};

export const TrialExtended: Story = {
  args: { outcome: { type: 'trialExtension', trialEnd: ahead } },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-complete-step');
    await expect(part(shown, 'body')).toHaveTextContent('December 10, 2999');
  },
};

export const Contact: Story = {
  args: { outcome: { type: 'contact' } },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-complete-step');
    await expect(part(shown, 'heading')).toHaveTextContent('Thanks for getting in touch');
  },
};

export const AnotherPage: Story = {
  args: { outcome: { type: 'redirect', url: 'https://example.com/plans' } },
  async play({ canvasElement }) {
    const complete = element(canvasElement, 'fw-complete-step');
    await expect(part(complete, 'primary-button')).toHaveAttribute(
      'href',
      'https://example.com/plans',
    );
  },
};

export const OwnMessage: Story = {
  args: {
    outcome: { type: 'cancel', message: 'So long, Ada.\nYour reports wait here for 30 days.' },
  },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-complete-step');
    await expect(part(shown, 'body')).toHaveTextContent('Your reports wait here for 30 days.');
  },
};

export const CancelledAtADayUnknown: Story = {
  args: { outcome: { type: 'cancel' } },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-complete-step');
    await expect(part(shown, 'body')).toHaveTextContent('not be charged again');
    await expect(part(shown, 'body')).not.toHaveTextContent(/\d/);
  },
};

export const NoPage: Story = {
  args: { outcome: { type: 'redirect', url: 'javascript:void 0' } },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-complete-step');
    await expect(part(shown, 'primary-button')).not.toHaveAttribute('href');
  },
};
