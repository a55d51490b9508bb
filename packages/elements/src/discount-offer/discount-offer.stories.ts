import type { Coupon } from '@fairwell/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import '../define/discount-offer.js';
import { monthly, threeMonths } from '../testing/samples.js';
import { element, part, recorded } from '../testing/shadow.js';
import type { DiscountOfferElement } from './discount-offer.js';

const offer = (coupon: Coupon): DiscountOfferElement['offer'] => ({
  type: 'discount',
  couponId: coupon.id,
  coupon,
});

const meta: Meta<DiscountOfferElement> = {
  title: 'Offers/Discount',
  component: 'fw-discount-offer',
  args: { offer: offer(threeMonths), subscription: monthly },
};
export default meta;

type Story = StoryObj<DiscountOfferElement>;

export const SomeMonths: Story = {
  tags: ['picture'],
  async play({ canvasElement }) {
    const discount = element(canvasElement, 'fw-discount-offer');
    const events = recorded(discount, 'fw-accept', 'fw-decline');
    await userEvent.click(part(discount, 'primary-button'));
    await userEvent.click(part(discount, 'secondary-button'));
    await expect(events.map(({ type }) => type)).toEqual(['fw-accept', 'fw-decline']);
  },
};

export const NextPayment: Story = {
  args: { offer: offer({ id: 'FIVE', amountOff: 500, currency: 'eur', duration: 'once' }) },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-discount-offer');
    await expect(part(shown, 'price')).toHaveTextContent('€9.00');
  },
};

export const EveryPayment: Story = {
  args: { offer: offer({ id: 'EVER', percentOff: 15, duration: 'forever' }), canGoBack: true },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-discount-offer');
    await expect(part(shown, 'price')).toHaveTextContent('€11.90 per month');
  },
};

export const ReplacesADiscount: Story = {
  args: {
    subscription: {
      ...monthly,
      discounts: [
        {
          coupon: { id: 'OLD', percentOff: 20, duration: 'forever' },
          start: '2026-01-10T09:00:00.000Z',
        },
      ],
    },
  },
  async play({ canvasElement }) {
    const notice = part(element(canvasElement, 'fw-discount-offer'), 'notice');
    await expect(notice).toHaveTextContent('20% off every payment');
  },
};

export const AddsToADiscount: Story = {
  args: { ...ReplacesADiscount.args, stacks: true },
  async play({ canvasElement }) {
    const notice = part(element(canvasElement, 'fw-discount-offer'), 'notice');
    await expect(notice).toHaveTextContent('on top of your current discount');
  },
};

export const PriceUnknown: Story = {
  args: { subscription: undefined },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-discount-offer');
    await expect(part(shown, 'price')).toHaveTextContent('30% off for 3 months');
  },
};

export const Busy: Story = {
  args: { busy: true },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-discount-offer');
    await expect(part(shown, 'primary-button')).toBeDisabled();
  },
};

export const NothingToPay: Story = {
  args: { offer: offer({ id: 'FREE', percentOff: 100, duration: 'once' }) },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-discount-offer');
    await expect(part(shown, 'price')).toHaveTextContent('€0.00');
  },
};
