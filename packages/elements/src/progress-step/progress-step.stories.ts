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

export const Loading: Story = {
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-progress-step');
    await expect(part(shown, 'heading')).toHaveTextContent('Loading…');
  },
};

export const Cancelling: Story = {
  tags: ['picture'],
  args: { action: 'cancel' },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-progress-step');
    await expect(shown.shadowRoot?.querySelector('progress')).toHaveAccessibleName(shown.heading);
  },
};

export const ApplyingADiscount: Story = {
  args: { action: 'discount' },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-progress-step');
    await expect(part(shown, 'heading')).not.toHaveTextContent('Loading');
  },
};

export const Slow: Story = {
  args: { action: 'cancel', slow: true },
  async play({ canvasElement }) {
    const progress = element(canvasElement, 'fw-progress-step');
    const events = recorded(progress, 'fw-close');
    await userEvent.click(part(progress, 'secondary-button'));
    await expect(events).toHaveLength(1);
  },
};

export const Pausing: Story = {
  args: { action: 'pause' },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-progress-step');
    await expect(part(shown, 'heading')).toHaveTextContent(/paus/i);
  },
};

export const ChangingPlan: Story = {
  args: { action: 'planChange' },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-progress-step');
    await expect(part(shown, 'heading')).toHaveTextContent(/plan/i);
  },
};

export const ExtendingATrial: Story = {
  args: { action: 'trialExtension' },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-progress-step');
    await expect(part(shown, 'heading')).toHaveTextContent(/trial/i);
  },
};
