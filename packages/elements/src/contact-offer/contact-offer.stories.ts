import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import '../define/contact-offer.js';
import { element, part, recorded } from '../testing/shadow.js';
import type { ContactOfferElement } from './contact-offer.js';

const meta: Meta<ContactOfferElement> = {
  title: 'Offers/Contact',
  component: 'fw-contact-offer',
  args: { offer: { type: 'contact' } },
};
export default meta;

type Story = StoryObj<ContactOfferElement>;

export const Default: Story = {
  tags: ['picture'],
  async play({ canvasElement }) {
    const offer = element(canvasElement, 'fw-contact-offer');
    const events = recorded(offer, 'fw-accept', 'fw-decline');
    await userEvent.click(part(offer, 'primary-button'));
    await userEvent.click(part(offer, 'secondary-button'));
    await expect(events.map(({ type }) => type)).toEqual(['fw-accept', 'fw-decline']);
  },
};

export const WithDescription: Story = {
  args: {
    header: 'Stuck on the import?',
    description: '<p>We can do it <strong>with you</strong>, in about ten minutes.</p>',
    offer: { type: 'contact', label: 'Write to support' },
    canGoBack: true,
  },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-contact-offer');
    await expect(part(shown, 'primary-button')).toHaveTextContent('Write to support');
  },
};

export const Busy: Story = {
  args: { busy: true },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-contact-offer');
    await expect(part(shown, 'primary-button')).toBeDisabled();
  },
};
