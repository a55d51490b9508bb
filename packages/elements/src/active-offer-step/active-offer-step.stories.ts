import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import '../define/active-offer-step.js';
import { threeMonths } from '../testing/samples.js';
import { element, part, recorded } from '../testing/shadow.js';
import type { ActiveOfferStepElement } from './active-offer-step.js';

const meta: Meta<ActiveOfferStepElement> = {
  title: 'Steps/Active offer',
  component: 'fw-active-offer-step',
  args: {
    activeOffer: {
      type: 'discount',
      discount: {
        coupon: threeMonths,
        start: '2026-11-01T00:00:00.000Z',
        end: '2027-02-01T00:00:00.000Z',
      },
    },
    timeZone: 'UTC',
  },
};
export default meta;

type Story = StoryObj<ActiveOfferStepElement>;

export const Discount: Story = {
  tags: ['picture'],
  async play({ canvasElement }) {
    const step = element(canvasElement, 'fw-active-offer-step');
    const events = recorded(step, 'fw-close', 'fw-next');
    await userEvent.click(part(step, 'primary-button'));
    await userEvent.click(part(step, 'secondary-button'));
    await expect(events.map(({ type }) => type)).toEqual(['fw-close', 'fw-next']);
  },
};

export const DiscountWithoutEnd: Story = {
  args: {
    activeOffer: {
      type: 'discount',
      discount: {
        coupon: { id: 'EVER', percentOff: 15, duration: 'forever' },
        start: '2026-11-01T00:00:00.000Z',
      },
    },
  },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-active-offer-step');
    await expect(part(shown, 'badge')).toHaveTextContent('15% off every payment');
  },
};

export const Pause: Story = {
  args: {
    activeOffer: {
      type: 'pause',
      since: '2026-11-01T00:00:00.000Z',
      resumesAt: '2027-01-01T00:00:00.000Z',
    },
  },
  async play({ canvasElement }) {
    const step = element(canvasElement, 'fw-active-offer-step');
    await expect(part(step, 'body')).toHaveTextContent('January 1, 2027');
  },
};

export const PauseWithoutEnd: Story = {
  args: { activeOffer: { type: 'pause', since: '2026-11-01T00:00:00.000Z' } },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-active-offer-step');
    await expect(part(shown, 'badge')).toHaveTextContent('not being billed');
  },
};
