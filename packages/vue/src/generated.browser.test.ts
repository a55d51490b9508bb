import { h, nextTick, reactive, ref } from 'vue';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import {
  ConfirmStep,
  ErrorStep,
  FeedbackStep,
  PauseOffer,
  SurveyStep,
  type SurveyStepProps,
} from './generated/index.js';
import { FairwellError } from '@fairwell/core';
import { mount } from './testing/mount.js';
import { press } from '@fairwell-tools/adapters/testing/press';

const choices = [
  { id: 'price', label: 'Too expensive' },
  { id: 'unused', label: 'Rarely used' },
];

describe('a generated step', () => {
  it('shows its properties and tells what was pressed', async () => {
    const heard: unknown[] = [];
    mount(() =>
      h(SurveyStep, {
        header: 'Why?',
        choices,
        onSelect: ({ detail }) => heard.push(detail.id),
        onNext: ({ type }) => heard.push(type),
      }),
    );
    await page.getByText('Too expensive').click();
    await press('primary-button');
    expect(heard).toEqual(['price', 'fw-next']);
  });

  it('binds what the customer picks with v-model', async () => {
    const selected = ref<SurveyStepProps['selected']>(null);
    mount(() =>
      h(SurveyStep, {
        choices,
        selected: selected.value,
        'onUpdate:selected': (id) => (selected.value = id),
      }),
    );
    await page.getByText('Too expensive').click();
    expect(selected.value).toBe('price');
    selected.value = 'unused';
    await expect.element(page.getByLabelText('Rarely used')).toBeChecked();
    selected.value = null;
    await nextTick();
    expect(document.querySelector('fw-survey-step')).toHaveProperty('selected', null);
    await expect.element(page.getByLabelText('Rarely used')).not.toBeChecked();
  });

  it('binds what the customer writes, ticks and chooses with v-model', async () => {
    const text = ref('Well,');
    const acknowledged = ref(false);
    const length = ref(1);
    const days: unknown[] = [];
    mount(() => [
      h(FeedbackStep, { text: text.value, 'onUpdate:text': (value) => (text.value = value) }),
      h(ConfirmStep, {
        acknowledgement: 'I know',
        acknowledged: acknowledged.value,
        'onUpdate:acknowledged': (value) => (acknowledged.value = value),
      }),
      h(PauseOffer, {
        offer: { type: 'pause', maxLength: 3, interval: 'month', datePicker: false },
        length: length.value,
        'onUpdate:length': (value) => (length.value = value),
        'onUpdate:day': (value) => days.push(value),
      }),
    ]);
    await page.getByRole('textbox').fill('Well, it was good.');
    expect(text.value).toBe('Well, it was good.');
    await page.getByRole('checkbox').click();
    expect(acknowledged.value).toBe(true);
    await page.getByText('2 months').click();
    expect(length.value).toBe(2);
    expect(days).toEqual([]);
  });

  it('goes back to its default where a property is taken away', async () => {
    const { container, render } = mount(() => h(SurveyStep, { choices, busy: true }));
    const element = container.querySelector('fw-survey-step');
    expect(element).toHaveProperty('busy', true);
    await render(() => h(SurveyStep, { selected: 'price' }));
    expect(container.querySelector('fw-survey-step')).toBe(element);
    expect(element).toHaveProperty('busy', false);
    expect(element).toHaveProperty('choices', []);
  });

  it('takes a property that a template only names, and attributes of HTML', async () => {
    const { container } = mount(() =>
      h(SurveyStep, { 'can-go-back': '', id: 'why', class: 'wide', 'aria-label': 'Why' }),
    );
    const element = container.querySelector('fw-survey-step');
    expect(element).toHaveProperty('canGoBack', true);
    expect(element).toMatchObject({ id: 'why', className: 'wide', ariaLabel: 'Why' });
  });

  it('gets what is reactive as it was given, without the proxy', async () => {
    const state = reactive({ choices, error: new FairwellError('network', 'Not there.') });
    const { container } = mount(() => [
      h(SurveyStep, { choices: state.choices }),
      h(ErrorStep, { error: state.error }),
    ]);
    expect(container.querySelector('fw-survey-step')?.choices).toBe(choices);
    await expect.element(page.getByRole('heading').last()).toBeVisible();
    state.choices = [{ id: 'other', label: 'Something else' }];
    await expect.element(page.getByText('Something else')).toBeVisible();
  });
});
