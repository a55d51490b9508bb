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
  'a wall': `<PauseWall
    softWall lang="de" handlers={{ handleResume: async ({ id }) => ({ message: id }) }}
    onPauseWallActivated={() => undefined} onResume={({ detail }) => detail.customer.id.trim()}
    ref={createRef<PauseWallElement>()}
  />`,
  'a wall of payments': `<FailedPaymentWall gracePeriodDays={3} shouldShowFailedPaymentWall={() => 'soft'} />`,
  'a provider with steps': `<FairwellProvider
    serviceUrl="/billing" handlers={{ handleLogout: () => undefined, handlePause: () => undefined }}
    steps={{ 'acme-nps': ({ step, next }) => <button onClick={() => next(step?.id)}>Go on</button> }}
  />`,
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
  'an unknown property of a wall': `<PauseWall gracePeriodDays={3} />`,
  'a wrong handler of a wall': `<PauseWall handlers={{ handlePause: () => undefined }} />`,
  'the event of another wall': `<FailedPaymentWall onResume={() => undefined} />`,
  'a step that asks for what there is not': `<FairwellProvider steps={{ 'acme-nps': ({ answer }) => answer }} />`,
  'a step that is an element': `<FairwellProvider steps={{ 'acme-nps': <p /> }} />`,
  'a wrong value of a step': `<SurveyStep choices="A, B" />`,
  'a reference to another element': `<CancelFlow ref={createRef<HTMLInputElement>()} />`,
};

const rightCode = {
  'a flow that is shown, and what comes of it': `useCancelFlow({ theme: 'dark' }).show().then((result) => result === 'cancel')`,
  'the hooks of the walls': `[usePauseWall({ softWall: true, lang: 'de' }).stands === true, useFailedPaymentWall().check().then((stands) => !stands)]`,
};

const wrongCode = {
  'a result that there is not': `useCancelFlow().show().then((result) => result === 'cancelled')`,
  'a signal, which the hook gives itself': `usePauseWall({ signal: new AbortController().signal })`,
  'an option of the other wall': `usePauseWall({ gracePeriodDays: 3 })`,
  'an unknown option of the hook': `useCancelFlow({ serviceURL: '/billing' })`,
  'a wrong input to the hook': `useCancelFlow().accept({ length: 'two' })`,
  'a start of the hook by hand': `useCancelFlow().start()`,
};

const source = (expression: string) => `import { createRef } from 'react';
import type { CancelFlowElement, PauseWallElement } from '@fairwell/elements';
import * as fairwell from './index.js';
const { CancelButton, CancelFlow, FailedPaymentWall, FairwellProvider, PauseWall, SurveyStep } = fairwell;
const { useCancelFlow, useFailedPaymentWall, usePauseWall } = fairwell;
export type Element = CancelFlowElement | PauseWallElement;
export const used = [createRef, CancelButton, CancelFlow, FailedPaymentWall, FairwellProvider, PauseWall, SurveyStep];
export const hooks = [useCancelFlow, useFailedPaymentWall, usePauseWall];
export const snippet = () => ${expression};
`;

describe('the types', () => {
  const snippets = { ...right, ...rightCode, ...wrong, ...wrongCode };
  const objections = compile(
    tsconfig,
    new Map(Object.entries(snippets).map(([title, code]) => [`src/${title}.tsx`, source(code)])),
  );

  it.each(Object.keys({ ...right, ...rightCode }))('take %s', (title) => {
    expect(objections.get(`src/${title}.tsx`)).toEqual([]);
  });

  it.each(Object.keys({ ...wrong, ...wrongCode }))('refuse %s', (title) => {
    expect(objections.get(`src/${title}.tsx`)).toHaveLength(1);
  });
});
