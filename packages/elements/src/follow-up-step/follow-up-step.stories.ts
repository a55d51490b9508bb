import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import '../define/follow-up-step.js';
import { followUps } from '../testing/samples.js';
import { element, part, recorded } from '../testing/shadow.js';
import type { FollowUpStepElement } from './follow-up-step.js';

const meta: Meta<FollowUpStepElement> = {
  title: 'Steps/Follow-up',
  component: 'fw-follow-up-step',
  args: { header: 'It costs too much', canGoBack: true },
};
export default meta;

type Story = StoryObj<FollowUpStepElement>;

export const Structured: Story = {
  args: { followUp: followUps.structured },
  async play({ canvasElement }) {
    const step = element(canvasElement, 'fw-follow-up-step');
    const events = recorded(step, 'fw-select', 'fw-next');
    await userEvent.click(part(step, 'option', 1));
    await userEvent.click(part(step, 'primary-button'));
    await expect(events.map(({ type }) => type)).toEqual(['fw-select', 'fw-next']);
  },
};

export const StructuredAndFreeform: Story = {
  tags: ['picture'],
  args: { followUp: followUps.both, selected: 'cuts', text: 'Our budget' },
  async play({ canvasElement }) {
    const step = element(canvasElement, 'fw-follow-up-step');
    await userEvent.type(part(step, 'textarea'), ' is frozen');
    await expect(step.text).toBe('Our budget is frozen');
    await expect(step.selected).toBe('cuts');
    await expect(part(step, 'counter')).toHaveTextContent('20 of at least 10');
  },
};

export const Freeform: Story = {
  args: { header: 'Another reason', followUp: followUps.freeform },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-follow-up-step');
    const events = recorded(shown, 'fw-back');
    await userEvent.click(part(shown, 'back-button'));
    await expect(events).toHaveLength(1);
  },
};

export const FreeformAskedFor: Story = {
  args: { header: 'Another reason', followUp: followUps.required },
  async play({ canvasElement }) {
    const step = element(canvasElement, 'fw-follow-up-step');
    const events = recorded(step, 'fw-skip');
    await userEvent.click(part(step, 'text-button'));
    await expect(events).toHaveLength(1);
  },
};

export const NothingChosen: Story = {
  args: { followUp: followUps.both, issue: { code: 'choice_required' } },
  async play({ canvasElement }) {
    const step = element(canvasElement, 'fw-follow-up-step');
    await expect(step.shadowRoot?.activeElement).toBe(part(step, 'option-input'));
  },
};

export const TooShort: Story = {
  args: {
    followUp: followUps.both,
    selected: 'worth',
    text: 'It is',
    issue: { code: 'text_too_short', minLength: 10, length: 5 },
  },
  async play({ canvasElement }) {
    const step = element(canvasElement, 'fw-follow-up-step');
    await expect(step.shadowRoot?.activeElement).toBe(part(step, 'textarea'));
  },
};

export const Busy: Story = {
  args: { followUp: followUps.both, selected: 'cuts', busy: true },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-follow-up-step');
    await expect(part(shown, 'textarea')).toBeDisabled();
    await expect(part(shown, 'primary-button')).toBeDisabled();
  },
};

export const NothingWritten: Story = {
  args: {
    header: 'Another reason',
    followUp: followUps.required,
    issue: { code: 'text_required' },
  },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-follow-up-step');
    await expect(part(shown, 'textarea')).toBeInvalid();
    await expect(shown.shadowRoot?.activeElement).toBe(part(shown, 'textarea'));
  },
};

export const LongWords: Story = {
  args: {
    header: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    followUp: {
      ...followUps.both,
      question: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
      options: [
        {
          id: 'long',
          label: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
        },
      ],
    },
  },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-follow-up-step');
    await userEvent.click(part(shown, 'option'));
    await expect(shown.selected).toBe('long');
  },
};
