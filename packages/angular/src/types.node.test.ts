import { fileURLToPath } from 'node:url';
import { compileAngular } from '@fairwell-tools/adapters/compile-angular';
import { describe, expect, it } from 'vitest';

const tsconfig = fileURLToPath(new URL('../tsconfig.json', import.meta.url));

const right = {
  'a button with what a service needs': `<fw-cancel-button
    serviceUrl="https://billing.example.com" [session]="session" mode="test" lang="de" preview
    [customerAttributes]="{ windowsills: 5 }" class="button" aria-describedby="terms"
    (cancel)="words = $event.detail.outcome.endsAt?.slice(0, 10)"
    (planChange)="count = $event.detail.outcome.price?.amount?.value"
    (close)="$event.preventDefault()"
  ><a href="/account/cancel">Cancel</a></fw-cancel-button>`,
  'a flow with the handlers of the host': `<fw-cancel-flow
    #flow [(open)]="isOpen" variant="inline" [customer]="{ id: 'cus_1' }" [flow]="short" [handlers]="handlers"
    (stepChange)="count = $event.detail.page.kind === 'survey' ? $event.detail.page.choices.length : 0"
    (closed)="isOver = $event.detail.result === 'plan_change'"
    (error)="flow.hide()"
  />`,
  'a step alone': `<fw-survey-step [choices]="[{ id: 'a', label: 'A' }]" [(selected)]="choice" (select)="words = $event.detail.id.trim()" />`,
  'a step in a form': `<fw-feedback-step [(ngModel)]="words" />`,
  'a wall': `<fw-pause-wall forceCheck [customerId]="words" (resume)="words = $event.detail.customer.id" />`,
};

const wrong = {
  'an unknown property': `<fw-cancel-button [adress]="'/cancel'" />`,
  'a wrong mode': `<fw-cancel-button mode="production" />`,
  'a wrong flow': `<fw-cancel-flow [flow]="{ id: 'f', steps: [{ id: 's', type: 'offers' }] }" />`,
  'a wrong handler': `<fw-cancel-flow [handlers]="{ handleCancel: wrongHandler }" />`,
  'an unknown event': `<fw-cancel-flow (cancelled)="words = $event.detail.result" />`,
  'a wrong event': `<fw-cancel-flow (closed)="words = $event.key" />`,
  'the detail of another event': `<fw-cancel-flow (cancel)="words = $event.detail.outcome.coupon" />`,
  'a wrong value of a step': `<fw-survey-step choices="A, B" />`,
  'a wrong signal to bind': `<fw-survey-step [(selected)]="isOpen" />`,
  'what the element behind a reference has not': `<fw-cancel-flow #flow (closed)="flow.close()" />`,
  'an unknown tag': `<fw-cancel-flows />`,
};

const wrongCode = {
  'an unknown option': `injectCancelFlow({ serviceURL: '/billing' })`,
  'a wrong input to the flow': `injectCancelFlow().accept({ length: 'two' })`,
  'an unknown option of the provider': `provideFairwell({ serviceURL: '/billing' })`,
  'a step that is no component': `provideFairwell({ steps: { 'acme-nps': 'Nps' } })`,
};

const source = (
  template: string,
  code: string,
) => `import { Component, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import type { Flow } from '@fairwell/contract';
import type { FlowHandlers } from '@fairwell/core';
import * as fairwell from './index.js';
export const { CancelButton, CancelFlow, FeedbackStep, PauseWall, SurveyStep, injectCancelFlow, provideFairwell } = fairwell;
@Component({
  selector: 'app-page',
  imports: [FormsModule, fairwell.CancelButton, fairwell.CancelFlow, fairwell.FeedbackStep, fairwell.PauseWall, fairwell.SurveyStep],
  template: \`${template}
    <fw-cancel-button /><fw-cancel-flow /><fw-feedback-step ngModel /><fw-pause-wall /><fw-survey-step />\`,
})
export class Page {
  readonly short: Flow = { id: 'f', steps: [{ id: 's', type: 'confirm' }] };
  readonly handlers: FlowHandlers = { handleCancel: async ({ email }) => (email ? { message: email } : undefined) };
  readonly isOpen = signal(false);
  readonly choice = signal<string | null>(null);
  words: string | undefined;
  count: number | undefined;
  isOver = false;
  session = () => Promise.resolve('token');
  wrongHandler = (customer: number) => void customer.toFixed();
}
export const snippet = () => ${code};
`;

describe('the types', () => {
  const snippets = new Map([
    ...Object.entries({ ...right, ...wrong }).map(
      ([title, template]) => [`src/${title}.ts`, source(template, 'undefined')] as const,
    ),
    ...Object.entries(wrongCode).map(
      ([title, code]) => [`src/${title}.ts`, source('', code)] as const,
    ),
  ]);
  const objections = compileAngular(tsconfig, snippets);

  it.each(Object.keys(right))('take %s', (title) => {
    expect(objections.get(`src/${title}.ts`)).toEqual([]);
  });

  it.each(Object.keys({ ...wrong, ...wrongCode }))('refuse %s', (title) => {
    expect(objections.get(`src/${title}.ts`)).toHaveLength(1);
  });
});
