import { FairwellError } from '@fairwell/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import '../define/error-step.js';
import { element, part, recorded } from '../testing/shadow.js';
import type { ErrorStepElement } from './error-step.js';

const meta: Meta<ErrorStepElement> = {
  title: 'Steps/Error',
  component: 'fw-error-step',
};
export default meta;

type Story = StoryObj<ErrorStepElement>;

export const TryAgain: Story = {
  tags: ['picture'],
  args: { error: new FairwellError('network', 'No answer'), canRetry: true },
  async play({ canvasElement }) {
    const failed = element(canvasElement, 'fw-error-step');
    const events = recorded(failed, 'fw-retry', 'fw-close');
    await userEvent.click(part(failed, 'primary-button'));
    await userEvent.click(part(failed, 'secondary-button'));
    await expect(events.map(({ type }) => type)).toEqual(['fw-retry', 'fw-close']);
  },
};

export const OfferFailed: Story = {
  args: {
    error: new FairwellError('payment_declined', 'Declined', { requestId: 'req_8f2k' }),
    canRetry: true,
    canContinue: true,
  },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-error-step');
    const events = recorded(shown, 'fw-continue');
    await userEvent.click(part(shown, 'secondary-button'));
    await expect(events).toHaveLength(1);
    await expect(part(shown, 'body')).toHaveTextContent('Reference: req_8f2k');
  },
};

export const OfferGone: Story = {
  args: { error: new FairwellError('offer_ineligible', 'Cooldown'), canContinue: true },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-error-step');
    await expect(part(shown, 'primary-button')).toHaveTextContent('Continue');
  },
};

export const AlreadyCancelled: Story = {
  args: { error: new FairwellError('already_canceled', 'Cancelled') },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-error-step');
    await expect(part(shown, 'heading')).toHaveTextContent('Already cancelled');
    await expect(part(shown, 'primary-button')).toHaveTextContent('Close');
  },
};

export const OwnMessage: Story = {
  args: {
    error: new FairwellError('handler_failed', 'Rejected', {
      customerMessage: 'Our billing team has to look at this. Call us on Monday.',
    }),
    canRetry: true,
  },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-error-step');
    await expect(part(shown, 'body')).toHaveTextContent('Call us on Monday.');
  },
};

export const AskSupport: Story = {
  args: { error: new FairwellError('provider_rejected', 'Rejected'), canContact: true },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-error-step');
    const events = recorded(shown, 'fw-support');
    await userEvent.click(part(shown, 'primary-button'));
    await expect(events).toHaveLength(1);
  },
};
