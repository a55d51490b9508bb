import { fileURLToPath } from 'node:url';
import { compile } from '@fairwell-tools/adapters/compile';
import { describe, expect, it } from 'vitest';

const tsconfig = fileURLToPath(new URL('../tsconfig.json', import.meta.url));

const right = {
  'a button with what a service needs': `<CancelButton
    serviceUrl="https://billing.example.com" session={async () => 'token'} mode="test" locale="de"
    href="/account/cancel" className="link" aria-describedby="terms"
    onCancel={({ detail }) => detail.outcome.endsAt?.slice(0, 10)}
    onPlanChange={({ detail }) => detail.outcome.price?.amount.value}
    onClose={(event) => event.preventDefault()}
  >Cancel</CancelButton>`,
  'a flow with the handlers of the host': `<CancelFlow
    open variant="inline" customer={{ id: 'cus_1' }} flow={{ id: 'f', steps: [{ id: 's', type: 'confirm' }] }}
    handlers={{ handleCancel: async ({ email }) => ({ message: email }) }}
    onStepChange={({ detail }) => detail.page.kind === 'survey' && detail.page.choices.length}
    onClosed={({ detail }) => detail.result === 'plan_change'}
    ref={createRef<CancelFlowElement>()}
  />`,
  'a step alone': `<SurveyStep choices={[{ id: 'a', label: 'A' }]} onSelect={({ detail }) => detail.id.trim()} />`,
  'a provider': `<FairwellProvider serviceUrl="/billing" compliance={['usFederal']}>Page</FairwellProvider>`,
};

const wrong = {
  'an unknown property': `<CancelButton adress="/cancel">Cancel</CancelButton>`,
  'a button that says nothing': `<CancelButton href="/cancel" />`,
  'a wrong mode': `<CancelButton mode="production">Cancel</CancelButton>`,
  'a wrong flow': `<CancelFlow flow={{ id: 'f', steps: [{ id: 's', type: 'offers' }] }} />`,
  'a wrong handler': `<CancelFlow handlers={{ handleCancel: (customer: number) => void customer.toFixed() }} />`,
  'an unknown handler': `<FairwellProvider handlers={{ handleRefund: () => undefined }} />`,
  'an unknown event': `<CancelFlow onCancelled={() => undefined} />`,
  'a wrong event': `<CancelFlow onClosed={(event: KeyboardEvent) => event.key} />`,
  'the detail of another event': `<CancelFlow onCancel={({ detail }) => detail.outcome.coupon} />`,
  'a wrong value of a step': `<SurveyStep choices="A, B" />`,
  'a reference to another element': `<CancelFlow ref={createRef<HTMLInputElement>()} />`,
};

const wrongCode = {
  'an unknown option of the hook': `useCancelFlow({ serviceURL: '/billing' })`,
  'a wrong input to the hook': `useCancelFlow().accept({ length: 'two' })`,
  'a start of the hook by hand': `useCancelFlow().start()`,
};

const source = (expression: string) => `import { createRef } from 'react';
import type { CancelFlowElement } from '@fairwell/elements';
import * as fairwell from './index.js';
const { CancelButton, CancelFlow, FairwellProvider, SurveyStep, useCancelFlow } = fairwell;
export type Element = CancelFlowElement;
export const used = [createRef, CancelButton, CancelFlow, FairwellProvider, SurveyStep, useCancelFlow];
export const snippet = () => ${expression};
`;

describe('the types', () => {
  const snippets = { ...right, ...wrong, ...wrongCode };
  const objections = compile(
    tsconfig,
    new Map(Object.entries(snippets).map(([title, code]) => [`src/${title}.tsx`, source(code)])),
  );

  it.each(Object.keys(right))('take %s', (title) => {
    expect(objections.get(`src/${title}.tsx`)).toEqual([]);
  });

  it.each(Object.keys({ ...wrong, ...wrongCode }))('refuse %s', (title) => {
    expect(objections.get(`src/${title}.tsx`)).toHaveLength(1);
  });
});
