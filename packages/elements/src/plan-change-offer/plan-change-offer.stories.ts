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
  tags: ['picture'],
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
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-plan-change-offer');
    await expect(part(shown, 'option-input', 2)).toBeChecked();
  },
};

export const RegularPriceAndOverride: Story = {
  args: { offer: offer({ ...lite, msrp: '€9.00', priceOverride: 'Just €6 a month' }) },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-plan-change-offer');
    await expect(part(shown, 'price')).toHaveTextContent('Just €6 a month');
    await expect(part(shown, 'price-before')).toHaveTextContent('instead of €9.00');
  },
};

export const NothingChosen: Story = {
  args: { offer: offer(lite, yearly), issue: { code: 'selection_invalid' } },
  async play({ canvasElement }) {
    const plans = element(canvasElement, 'fw-plan-change-offer');
    await expect(part(plans, 'alert')).toHaveTextContent('Please choose one of these.');
    await expect(plans.shadowRoot?.activeElement).toBe(part(plans, 'option-input'));
  },
};

export const CurrentPlanUnknown: Story = {
  args: { subscription: undefined },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-plan-change-offer');
    await expect(part(shown, 'body')).not.toHaveTextContent('Your plan now');
  },
};

export const Busy: Story = {
  args: { offer: offer(lite, yearly), selected: lite.priceId, busy: true },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-plan-change-offer');
    await expect(part(shown, 'option-input')).toBeDisabled();
    await expect(part(shown, 'primary-button')).toBeDisabled();
  },
};

export const SettledAtOnce: Story = {
  args: { prorated: true },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-plan-change-offer');
    await expect(part(shown, 'notice')).toBeVisible();
  },
};

export const LongWords: Story = {
  args: {
    offer: offer(
      {
        ...lite,
        nickname: 'Jahresabonnementverlängerungsmöglichkeit',
        msrp: '€1,234,567.00 a year',
      },
      {
        ...yearly,
        tagline: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
        features: [
          'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
        ],
      },
    ),
  },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-plan-change-offer');
    await userEvent.click(part(shown, 'plan-name'));
    await expect(shown.selected).toBe(lite.priceId);
  },
};
