import type { PlanOption } from '@fairwell/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import '../define/plan-change-offer.js';
import { lite, monthly, yearly } from '../testing/samples.js';
import { element, part, recorded } from '../testing/shadow.js';
import type { PlanChangeOfferElement } from './plan-change-offer.js';

const offer = (...options: PlanOption[]): PlanChangeOfferElement['offer'] => ({
  type: 'planChange',
  options,
});

const meta: Meta<PlanChangeOfferElement> = {
  title: 'Offers/Plan change',
  component: 'fw-plan-change-offer',
  args: { offer: offer(lite), subscription: monthly },
};
export default meta;

type Story = StoryObj<PlanChangeOfferElement>;

export const OnePlan: Story = {
  async play({ canvasElement }) {
    const plans = element(canvasElement, 'fw-plan-change-offer');
    const events = recorded(plans, 'fw-accept', 'fw-decline');
    await userEvent.click(part(plans, 'primary-button'));
    await userEvent.click(part(plans, 'secondary-button'));
    await expect(events.map(({ type }) => type)).toEqual(['fw-accept', 'fw-decline']);
  },
};

export const TwoPlans: Story = {
  args: { offer: offer(lite, yearly), canGoBack: true },
  async play({ canvasElement }) {
    const plans = element(canvasElement, 'fw-plan-change-offer');
    await expect(plans.selected).toBe(undefined);
    await userEvent.click(part(plans, 'plan-name', 1));
    await expect(plans.selected).toBe(yearly.priceId);
  },
};

export const FourPlans: Story = {
  args: {
    selected: 'price_quarter',
    offer: offer(
      lite,
      yearly,
      {
        priceId: 'price_quarter',
        nickname: 'Plus, quarterly',
        features: ['Unlimited projects'],
        price: {
          id: 'price_quarter',
          amount: { value: 3600, currency: 'eur' },
          interval: 'month',
          intervalCount: 3,
        },
      },
      {
        priceId: 'price_summer',
        nickname: 'Summer, for those who are away in winter',
        priceOverride: '€8 a month, April to September',
        msrp: '€14.00',
      },
    ),
  },
};

export const RegularPriceAndOverride: Story = {
  args: { offer: offer({ ...lite, msrp: '€9.00', priceOverride: 'Just €6 a month' }) },
};

export const NothingChosen: Story = {
  args: { offer: offer(lite, yearly), issue: { code: 'selection_invalid' } },
  async play({ canvasElement }) {
    const plans = element(canvasElement, 'fw-plan-change-offer');
    await expect(part(plans, 'alert')).toHaveTextContent('Please choose one of these.');
    await expect(plans.shadowRoot?.activeElement).toBe(part(plans, 'option-input'));
  },
};

export const CurrentPlanUnknown: Story = { args: { subscription: undefined } };

export const Busy: Story = {
  args: { offer: offer(lite, yearly), selected: lite.priceId, busy: true },
};
