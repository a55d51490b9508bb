import { fileURLToPath } from 'node:url';
import { compile } from '@fairwell-tools/adapters/compile';
import { describe, expect, it } from 'vitest';

const tsconfig = fileURLToPath(new URL('../tsconfig.json', import.meta.url));

const right = {
  'a flow from a service': `fairwell.init('show', {
    customerId: 'cus_1', authHash: 'hash', appId: 'acme', mode: 'sandbox', provider: 'stripe', record: false,
    customerAttributes: { plan: 'pro', since: new Date() }, dynamicOffers: { discount: { couponId: 'C' } },
    i18n: { lang: 'fr', messages: { fr: { next: 'Suivant', discountOff: 'de moins' } } },
    handlePause: async (customer, { pauseDuration }) => ({ message: customer.id + pauseDuration }),
    onStepChange: (step, old) => step.offer?.offerType === 'PAUSE' && old?.stepType,
  })`,
  'a closed flow': `fairwell.init('hide')`,
  'a pause wall': `fairwell.check('pause', { session: 'ret_1', handleResume: ({ id }) => void id })`,
  'a failed-payment wall': `fairwell.check('failed-payment', {
    session: async () => 'token', gracePeriodDays: 3,
    shouldShowFailedPaymentWall: ({ amountDue }, { metadata }) => amountDue > 5000 && (metadata ? 'soft' : 'hard'),
  })`,
  'an event': `fairwell.event({ customerId: 'cus_1', authHash: 'hash', event: 'Seen', eventData: { a: [1] } })`,
  'what clicks open': `attach((element) => element.matches('a'), { session: 'ret_1', patience: 1000 })()`,
  'the global': `window.fairwell?.showRetentionView('ret_1')`,
  'a redirect that is read both ways': `fairwell.init('show', {
    handleRedirect: (_customer, url) => { location.href = url; return void url.redirectLabel; },
  })`,
};

const wrong = {
  'an unknown mode': `fairwell.init('open', {})`,
  'an unknown wall': `fairwell.check('payment', {})`,
  'an unknown option': `fairwell.init('show', { costumerId: 'cus_1' })`,
  'an option of the other wall': `fairwell.check('pause', { gracePeriodDays: 3 })`,
  'a wrong provider mode': `fairwell.init('show', { mode: 'production' })`,
  'a wrong handler': `fairwell.init('show', { handleCancel: (customer: number) => void customer })`,
  'an unknown phrase': `fairwell.init('show', { i18n: { messages: { en: { nekst: 'Next' } } } })`,
  'an event without a name': `fairwell.event({ customerId: 'cus_1' })`,
  'what is attached to nothing': `attach(7, {})`,
  'a map of options that leaves one out': `((uses: Omit<typeof flowUses, 'record'>): typeof flowUses => uses)(flowUses)`,
};

const source = (expression: string) => `import { attach, fairwell } from './index.js';
import { flowUses } from './options/flow-options.js';
export const used = [attach, fairwell, flowUses];
export const snippet = () => ${expression};
`;

describe('the types', () => {
  const snippets = { ...right, ...wrong };
  const objections = compile(
    tsconfig,
    new Map(Object.entries(snippets).map(([title, code]) => [`src/${title}.ts`, source(code)])),
  );

  it.each(Object.keys(right))('take %s', (title) => {
    expect(objections.get(`src/${title}.ts`)).toEqual([]);
  });

  it.each(Object.keys(wrong))('refuse %s', (title) => {
    expect(objections.get(`src/${title}.ts`)).toHaveLength(1);
  });
});
