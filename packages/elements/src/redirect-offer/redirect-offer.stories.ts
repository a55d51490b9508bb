import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import '../define/redirect-offer.js';
import { element, part, recorded } from '../testing/shadow.js';
import type { RedirectOfferElement } from './redirect-offer.js';

const meta: Meta<RedirectOfferElement> = {
  title: 'Offers/Redirect',
  component: 'fw-redirect-offer',
  args: { offer: { type: 'redirect', label: 'See the guide', url: '/guide' } },
};
export default meta;

type Story = StoryObj<RedirectOfferElement>;

export const Default: Story = {
  tags: ['picture'],
  async play({ canvasElement }) {
    const offer = element(canvasElement, 'fw-redirect-offer');
    const events = recorded(offer, 'fw-accept', 'fw-decline');
    await userEvent.click(part(offer, 'primary-button'));
    await userEvent.click(part(offer, 'secondary-button'));
    await expect(events.map(({ type }) => type)).toEqual(['fw-accept', 'fw-decline']);
  },
};

export const WithDescription: Story = {
  args: {
    header: 'Missing the mobile app?',
    description: '<p>It came out last week. Here is what it can do.</p>',
    offer: { type: 'redirect', label: 'See the mobile app', url: 'https://example.com/mobile' },
    canGoBack: true,
  },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-redirect-offer');
    await expect(part(shown, 'primary-button')).toHaveTextContent('See the mobile app');
  },
};

export const Busy: Story = {
  args: { busy: true },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-redirect-offer');
    await expect(part(shown, 'primary-button')).toBeDisabled();
  },
};
