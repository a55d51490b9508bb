import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../define/survey-step.js';
import { choices } from '../testing/samples.js';
import { element, part, recorded } from '../testing/shadow.js';
import type { SurveyStepElement } from './survey-step.js';

const meta: Meta<SurveyStepElement> = {
  title: 'Steps/Survey',
  component: 'fw-survey-step',
  args: { choices },
};
export default meta;

type Story = StoryObj<SurveyStepElement>;

export const Default: Story = {
  async play({ canvasElement }) {
    const survey = element(canvasElement, 'fw-survey-step');
    const events = recorded(survey, 'fw-select', 'fw-next');
    await userEvent.click(part(survey, 'option', 2));
    await userEvent.click(part(survey, 'primary-button'));
    await expect(events.map(({ type }) => type)).toEqual(['fw-select', 'fw-next']);
  },
};

export const Chosen: Story = {
  tags: ['picture'],
  args: { selected: 'unused', canGoBack: true },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-survey-step');
    await expect(part(shown, 'option-input', 1)).toBeChecked();
    const events = recorded(shown, 'fw-back');
    await userEvent.click(part(shown, 'back-button'));
    await expect(events).toHaveLength(1);
  },
};

export const WithDescription: Story = {
  args: {
    header: 'Before you go: what didn’t work?',
    description:
      '<p>Your answer goes to <strong>the people who build this</strong>. You can also read <a href="/help">our help pages</a>.</p>',
  },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-survey-step');
    // The code that reads markup is loaded when there is some.
    const link = await waitFor(() => element(part(shown, 'description'), 'a'));
    await expect(link).toHaveAttribute('href', '/help');
    await expect(link).toHaveAttribute('target', '_blank');
  },
};

export const NothingChosen: Story = {
  args: { issue: { code: 'choice_required' } },
  async play({ canvasElement }) {
    const survey = element(canvasElement, 'fw-survey-step');
    await expect(part(survey, 'alert')).toHaveTextContent('Please choose an answer.');
    await expect(survey.shadowRoot?.activeElement).toBe(part(survey, 'option-input'));
  },
};

export const Busy: Story = {
  args: { selected: 'budget', busy: true },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-survey-step');
    await expect(part(shown, 'option-input')).toBeDisabled();
    await expect(part(shown, 'primary-button')).toBeDisabled();
  },
};

export const ManyChoicesAndLongWords: Story = {
  args: {
    header: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    choices: Array.from({ length: 20 }, (_, index) => ({
      id: `choice-${index}`,
      label: `${index + 1}. Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft`,
    })),
  },
  async play({ canvasElement }) {
    const shown = element(canvasElement, 'fw-survey-step');
    await userEvent.click(part(shown, 'option', 19));
    await expect(shown.selected).toBe('choice-19');
  },
};
