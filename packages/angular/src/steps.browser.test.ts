import { Component, signal } from '@angular/core';
import { FormControl, FormsModule, ReactiveFormsModule } from '@angular/forms';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ConfirmStep, FeedbackStep, SurveyStep } from './generated/index.js';
import { mount } from './testing/mount.js';
import { press } from '@fairwell-tools/adapters/testing/press';

const choices = [
  { id: 'price', label: 'Too expensive' },
  { id: 'unused', label: 'Not used' },
];

@Component({
  selector: 'test-page',
  imports: [SurveyStep],
  template: `
    <fw-survey-step
      #step
      header="Why?"
      [choices]="choices()"
      [(selected)]="selected"
      canGoBack
      (select)="heard.push($event.detail.id, step.selected)"
      (next)="heard.push($event.type)"
      (back)="heard.push($event.type)"
    />
  `,
})
class Survey {
  readonly choices = signal<typeof choices | undefined>(undefined);
  readonly selected = signal<string | null>(null);
  readonly heard: unknown[] = [];
}

describe('a step', () => {
  it('takes a property late, and tells each press once', async () => {
    const { page: host } = await mount(Survey);
    await expect.element(page.getByRole('heading', { name: 'Why?' })).toBeVisible();
    host.choices.set(choices);
    await page.getByText('Too expensive').click();
    await press('primary-button');
    await press('back-button');
    expect(host.heard).toEqual(['price', 'price', 'fw-next', 'fw-back']);
    expect(host.selected()).toBe('price');
  });

  it('follows the signal that it is bound to, as often as that changes', async () => {
    const { page: host } = await mount(Survey);
    host.choices.set(choices);
    const second = page.getByLabelText('Not used');
    host.selected.set('unused');
    await expect.element(second).toBeChecked();
    await page.getByText('Too expensive').click();
    await expect.element(second).not.toBeChecked();
    host.selected.set('unused');
    await expect.element(second).toBeChecked();
  });

  it('has its default again where a property is unset', async () => {
    const { page: host, container } = await mount(Survey);
    host.choices.set(choices);
    await expect.element(page.getByText('Not used')).toBeVisible();
    host.choices.set(undefined);
    await expect.poll(() => container.querySelector('fw-survey-step')?.choices).toEqual([]);
  });
});

@Component({
  selector: 'test-page',
  imports: [ConfirmStep, FeedbackStep, FormsModule, ReactiveFormsModule, SurveyStep],
  template: `
    <fw-survey-step [choices]="choices" [formControl]="reason" />
    <fw-feedback-step [formControl]="words" />
    <fw-confirm-step acknowledgement="I know." [(ngModel)]="isKnown" />
  `,
})
class Form {
  readonly choices = choices;
  readonly reason = new FormControl<string | null>('unused');
  readonly words = new FormControl('', { nonNullable: true });
  readonly isKnown = signal(false);
}

describe('a step in a form', () => {
  it('shows the value of its control, and gives it the answer', async () => {
    const { page: host } = await mount(Form);
    await expect.element(page.getByLabelText('Not used')).toBeChecked();
    await page.getByText('Too expensive').click();
    await userEvent.fill(page.getByRole('textbox'), 'Hello');
    await page.getByLabelText('I know.').click();
    expect([host.reason.value, host.words.value, host.isKnown()]).toEqual(['price', 'Hello', true]);
    expect([host.reason.dirty, host.reason.touched]).toEqual([true, true]);
  });

  it('is written to without becoming dirty, and cleared', async () => {
    const { page: host, container } = await mount(Form);
    host.words.setValue('Bye');
    await expect.element(page.getByRole('textbox')).toHaveValue('Bye');
    host.words.reset();
    host.reason.reset();
    await expect.element(page.getByRole('textbox')).toHaveValue('');
    await expect.element(page.getByLabelText('Not used')).not.toBeChecked();
    expect([host.words.dirty, host.reason.dirty]).toEqual([false, false]);
    expect(container.querySelector('fw-survey-step')?.selected).toBeNull();
  });

  it('cannot be answered while its control is disabled', async () => {
    const { page: host } = await mount(Form);
    host.reason.disable();
    await expect.element(page.getByLabelText('Not used')).toBeDisabled();
    host.reason.enable();
    await expect.element(page.getByLabelText('Not used')).toBeEnabled();
  });
});
