import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import '../define/feedback-step.js';
import { element, part, recorded } from '../testing/shadow.js';
import type { FeedbackStepElement } from './feedback-step.js';

const meta: Meta<FeedbackStepElement> = {
  title: 'Steps/Feedback',
  component: 'fw-feedback-step',
};
export default meta;

type Story = StoryObj<FeedbackStepElement>;

export const Optional: Story = {
  tags: ['picture'],
  async play({ canvasElement }) {
    const feedback = element(canvasElement, 'fw-feedback-step');
    const events = recorded(feedback, 'fw-write', 'fw-next');
    await userEvent.type(part(feedback, 'textarea'), 'Hi');
    await userEvent.click(part(feedback, 'primary-button'));
    await expect(events.map(({ type }) => type)).toEqual(['fw-write', 'fw-write', 'fw-next']);
  },
};

export const AskedFor: Story = {
  args: { required: true, minLength: 20, text: 'Too dear', canGoBack: true },
  async play({ canvasElement }) {
    const feedback = element(canvasElement, 'fw-feedback-step');
    await expect(part(feedback, 'counter')).toHaveTextContent('8 of at least 20 characters');
    const events = recorded(feedback, 'fw-skip');
    await userEvent.click(part(feedback, 'text-button'));
    await expect(events).toHaveLength(1);
  },
};

export const TooShort: Story = {
  args: {
    required: true,
    minLength: 20,
    text: 'Too dear',
    issue: { code: 'text_too_short', minLength: 20, length: 8 },
  },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-feedback-step');
    await expect(part(shown, 'alert')).toHaveTextContent('8 of 20 characters');
    await expect(shown.shadowRoot?.activeElement).toBe(part(shown, 'textarea'));
  },
};

export const Labelled: Story = {
  args: {
    header: 'Before you go',
    description: '<p>Two sentences are plenty.</p>',
    label: 'What would have made you stay?',
  },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-feedback-step');
    await expect(part(shown, 'textarea')).toHaveAccessibleName('What would have made you stay?');
  },
};

export const Busy: Story = {
  args: { text: 'It was fine.', busy: true },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-feedback-step');
    await expect(part(shown, 'textarea')).toBeDisabled();
    await expect(part(shown, 'primary-button')).toBeDisabled();
  },
};

export const NothingWritten: Story = {
  args: { required: true, issue: { code: 'text_required' } },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-feedback-step');
    await expect(part(shown, 'alert')).toHaveTextContent('Please write a few words.');
    await expect(part(shown, 'textarea')).toBeInvalid();
  },
};
