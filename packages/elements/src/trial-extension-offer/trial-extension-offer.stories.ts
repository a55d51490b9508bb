import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import '../define/trial-extension-offer.js';
import { trialing } from '../testing/samples.js';
import { element, part, recorded } from '../testing/shadow.js';
import type { TrialExtensionOfferElement } from './trial-extension-offer.js';

const meta: Meta<TrialExtensionOfferElement> = {
  title: 'Offers/Trial extension',
  component: 'fw-trial-extension-offer',
  args: {
    offer: { type: 'trialExtension', days: 14 },
    subscription: trialing,
    timeZone: 'UTC',
  },
};
export default meta;

type Story = StoryObj<TrialExtensionOfferElement>;

export const TwoWeeks: Story = {
  tags: ['picture'],
  async play({ canvasElement }) {
    const extension = element(canvasElement, 'fw-trial-extension-offer');
    const events = recorded(extension, 'fw-accept', 'fw-decline');
    await userEvent.click(part(extension, 'primary-button'));
    await userEvent.click(part(extension, 'secondary-button'));
    await expect(events.map(({ type }) => type)).toEqual(['fw-accept', 'fw-decline']);
  },
};

export const OneDay: Story = {
  args: { offer: { type: 'trialExtension', days: 1 }, canGoBack: true },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-trial-extension-offer');
    await expect(part(shown, 'body')).toHaveTextContent('November 29, 2026');
  },
};

export const EndUnknown: Story = {
  args: { subscription: undefined },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-trial-extension-offer');
    await expect(part(shown, 'body')).not.toHaveTextContent('2026');
  },
};

export const Busy: Story = {
  args: { busy: true },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-trial-extension-offer');
    await expect(part(shown, 'primary-button')).toBeDisabled();
  },
};
