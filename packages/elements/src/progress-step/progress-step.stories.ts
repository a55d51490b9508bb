import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import '../define/progress-step.js';
import { element, part, recorded } from '../testing/shadow.js';
import type { ProgressStepElement } from './progress-step.js';

const meta: Meta<ProgressStepElement> = {
  title: 'Steps/Progress',
  component: 'fw-progress-step',
};
export default meta;

type Story = StoryObj<ProgressStepElement>;

export const Loading: Story = {};

export const Cancelling: Story = { args: { action: 'cancel' } };

export const ApplyingADiscount: Story = { args: { action: 'discount' } };

export const Slow: Story = {
  args: { action: 'cancel', slow: true },
  async play({ canvasElement }) {
    const progress = element(canvasElement, 'fw-progress-step');
    const events = recorded(progress, 'fw-close');
    await userEvent.click(part(progress, 'secondary-button'));
    await expect(events).toHaveLength(1);
  },
};
