import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import '../define/custom-step.js';
import '../testing/rating-element.js';
import { customer } from '../testing/samples.js';
import { element, part, recorded } from '../testing/shadow.js';
import type { CustomStepElement } from './custom-step.js';

const meta: Meta<CustomStepElement> = {
  title: 'Steps/Custom',
  component: 'fw-custom-step',
  args: {
    header: 'One last question',
    step: { id: 'rating', type: 'custom', tag: 'acme-rating' },
    customer,
  },
};
export default meta;

type Story = StoryObj<CustomStepElement>;

export const Step: Story = {
  tags: ['picture'],
  async play({ canvasElement }) {
    const custom = element(canvasElement, 'fw-custom-step');
    const events = recorded(custom, 'fw-next');
    const button = element(custom, 'acme-rating').querySelector('button');
    if (button) await userEvent.click(button);
    await expect(events[0]?.detail).toEqual({ result: { mark: 5 } });
  },
};

export const WithAHeadingOfItsOwn: Story = {
  args: { header: undefined, canGoBack: true },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-custom-step');
    const events = recorded(shown, 'fw-back');
    await userEvent.click(part(shown, 'back-button'));
    await expect(events).toHaveLength(1);
  },
};

export const Offer: Story = {
  args: {
    header: 'A gift before you go',
    step: undefined,
    offer: { type: 'custom', tag: 'acme-rating', properties: { best: 10 } },
  },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-custom-step');
    const events = recorded(shown, 'fw-accept', 'fw-decline');
    const [take, refuse] = element(shown, 'acme-rating').querySelectorAll('button');
    if (take) await userEvent.click(take);
    if (refuse) await userEvent.click(refuse);
    await expect(events.map(({ type }) => type)).toEqual(['fw-accept', 'fw-decline']);
  },
};

export const NotRegistered: Story = {
  args: { header: undefined, step: { id: 'lost', type: 'custom', tag: 'acme-lost' } },
  async play({ canvasElement }) {
    const custom = element(canvasElement, 'fw-custom-step');
    const events = recorded(custom, 'fw-skip');
    await userEvent.click(part(custom, 'primary-button'));
    await expect(events).toHaveLength(1);
  },
};
