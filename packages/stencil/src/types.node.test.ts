import { fileURLToPath } from 'node:url';
import { compile } from '@fairwell-tools/adapters/compile';
import { describe, expect, it } from 'vitest';

const tsconfig = fileURLToPath(new URL('../tsconfig.json', import.meta.url));

const right = {
  'a button with what a service needs': `<CancelButton
    serviceUrl="https://billing.example.com" session={async () => 'token'} mode="test" locale="de"
    href="/account/cancel" class="link" aria-describedby="terms"
    onFw-cancel={({ detail }) => detail.outcome.endsAt?.slice(0, 10)}
    onFw-plan-change={({ detail }) => detail.outcome.price?.amount.value}
    onFw-close={(event) => event.preventDefault()}
  >Cancel</CancelButton>`,
  'a flow with the handlers of the host': `<CancelFlow
    open variant="inline" customer={{ id: 'cus_1' }} flow={{ id: 'f', steps: [{ id: 's', type: 'confirm' }] }}
    handlers={{ handleCancel: async ({ email }) => ({ message: email }) }}
    onFw-closed={({ detail }) => detail.result === 'plan_change'}
  />`,
  'a wall': `<PauseWall softWall session="token" onFw-resume={({ detail }) => detail.customer.id} />`,
  'a tag': `<fw-survey-step
    choices={[{ id: 'a', label: 'A' }]} can-go-back class="wide" ref={(element) => element?.focus()}
    onFw-select={({ detail }) => detail.id.trim()}
  ><p slot="footer-note">Note</p></fw-survey-step>`,
  'what is provided': `provideFairwell({ serviceUrl: '/billing', handlers: { handleResume: () => undefined } })`,
  'a flow that is asked for its options': `cancelFlow({}, () => ({ mode: 'test', theme: 'dark' })).show()`,
  'tags to register': `defineCustomElements(['fw-survey-step'])`,
};

const wrong = {
  'an unknown property': `<CancelButton adress="/cancel">Cancel</CancelButton>`,
  'a wrong mode': `<CancelButton mode="production">Cancel</CancelButton>`,
  'a wrong flow': `<CancelFlow flow={{ id: 'f', steps: [{ id: 's', type: 'offers' }] }} />`,
  'a wrong handler': `<CancelFlow handlers={{ handleCancel: (customer: number) => void customer.toFixed() }} />`,
  'an event that a wall does not fire': `<PauseWall onFw-discount={() => undefined} />`,
  'a wrong event': `<CancelFlow onFw-closed={(event: KeyboardEvent) => event.key} />`,
  'the detail of another event': `<CancelFlow onFw-cancel={({ detail }) => detail.outcome.coupon} />`,
  'an unknown property of a tag': `<fw-survey-step choises={[]} />`,
  'a wrong value of a tag': `<fw-survey-step choices="A, B" />`,
  'a wrong attribute of a tag': `<fw-survey-step can-go-back="maybe" />`,
  'an event that a tag does not fire': `<fw-survey-step onFw-accept={() => undefined} />`,
  'an unknown option of a controller': `cancelFlow({}, { serviceURL: '/billing' })`,
  'a wrong input to a controller': `cancelFlow({}).accept({ length: 'two' })`,
  'an unknown handler': `provideFairwell({ handlers: { handleRefund: () => undefined } })`,
  'an unknown tag': `defineCustomElements(['fw-survey'])`,
  'a wrong answer of a custom step': `customStep({}).accept({ length: 'two' })`,
};

const source = (expression: string) => `import { h } from '@stencil/core';
import * as fairwell from './index.js';
const { CancelButton, CancelFlow, PauseWall, cancelFlow, customStep, defineCustomElements, provideFairwell } = fairwell;
export const used = [h, CancelButton, CancelFlow, PauseWall, cancelFlow, customStep, defineCustomElements, provideFairwell];
export const snippet = () => ${expression};
`;

describe('the types', () => {
  const objections = compile(
    tsconfig,
    new Map(
      Object.entries({ ...right, ...wrong }).map(([title, code]) => [
        `src/${title}.tsx`,
        source(code),
      ]),
    ),
  );

  it.each(Object.keys(right))('take %s', (title) => {
    expect(objections.get(`src/${title}.tsx`)).toEqual([]);
  });

  it.each(Object.keys(wrong))('refuse %s', (title) => {
    expect(objections.get(`src/${title}.tsx`)).toHaveLength(1);
  });
});
