import { Flow } from '@fairwell/contract';
import fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { FairwellError } from '../errors.js';
import { anyFlow } from '../testing/arbitraries.js';
import { flow } from '../testing/fixtures.js';
import { parseFlow } from './parse-flow.js';

function refusal(value: unknown): FairwellError {
  try {
    parseFlow(value);
  } catch (error) {
    if (error instanceof FairwellError) return error;
    throw error;
  }
  throw new Error('it was taken');
}

const survey = (choice: object) => ({
  id: 'f',
  steps: [{ id: 'why', type: 'survey', choices: [choice] }],
});
const offer = (value: object) => ({
  id: 'f',
  steps: [{ id: 'o', type: 'offer', offer: value }],
});
const discount = { type: 'discount', couponId: 'C' };
const confirm = { id: 'c', type: 'confirm' };

describe('parseFlow', () => {
  it('takes a flow with one of everything, and any that an author may write', () => {
    expect(parseFlow(flow)).toBe(flow);
    fc.assert(fc.property(anyFlow, (any) => parseFlow(any) === any));
  });

  it.each<[name: string, value: unknown, field: string, says: string]>([
    ['nothing', undefined, 'flow', 'expected an object, got nothing'],
    ['a text', 'flow', 'flow', 'expected an object, got "flow"'],
    ['no id', { steps: [confirm] }, 'id', 'expected an id'],
    ['no steps', { id: 'f', steps: [] }, 'steps', 'a list of at least 1'],
    ['steps that are no list', { id: 'f', steps: {} }, 'steps', 'expected a list, got an object'],
    [
      'an unknown step',
      { id: 'f', steps: [{ id: 's', type: 'quiz' }] },
      'steps[0].type',
      'expected one of "offer", "survey", "feedback", "confirm", "custom", got "quiz"',
    ],
    ['an unknown offer', offer({ type: 'bribe' }), 'steps[0].offer.type', 'got "bribe"'],
    ['a missing label', survey({ id: 'a' }), 'steps[0].choices[0].label', 'a text of at least 1'],
    ['an id with a slash', survey({ id: 'a/b', label: 'A' }), 'steps[0].choices[0].id', 'an id'],
    [
      'an empty survey',
      { id: 'f', steps: [{ id: 's', type: 'survey', choices: [] }] },
      'steps[0].choices',
      'a list of at least 1',
    ],
    [
      'a negative percentage',
      offer({ ...discount, coupon: { id: 'C', percentOff: -5, duration: 'once' } }),
      'steps[0].offer.coupon.percentOff',
      'a percentage above 0, at most 100, got -5',
    ],
    [
      'more than all',
      offer({ ...discount, coupon: { id: 'C', percentOff: 101, duration: 'once' } }),
      'steps[0].offer.coupon.percentOff',
      'got 101',
    ],
    [
      'months that are not told',
      offer({ ...discount, coupon: { id: 'C', percentOff: 5, duration: 'repeating' } }),
      'steps[0].offer.coupon.durationInMonths',
      'a number of months',
    ],
    [
      'a pause of two years',
      offer({ type: 'pause', interval: 'month', maxLength: 24 }),
      'steps[0].offer.maxLength',
      'from 1 to 12',
    ],
    [
      'a script',
      offer({ type: 'redirect', label: 'x', url: 'javascript:alert(1)' }),
      'steps[0].offer.url',
      'an address',
    ],
    [
      'nine features',
      offer({
        type: 'planChange',
        options: [{ priceId: 'p', features: Array.from({ length: 9 }, () => 'x') }],
      }),
      'steps[0].offer.options[0].features',
      'a list of at most 8, got a list of 9',
    ],
    [
      'a nickname of 41 characters',
      offer({ type: 'planChange', options: [{ priceId: 'p', nickname: 'x'.repeat(41) }] }),
      'steps[0].offer.options[0].nickname',
      'at most 40',
    ],
    [
      'a tag that is no custom element',
      { id: 'f', steps: [{ id: 's', type: 'custom', tag: 'script' }] },
      'steps[0].tag',
      'custom element',
    ],
    ['a doubled id', { id: 'f', steps: [confirm, confirm] }, 'steps[1].id', 'no other here has'],
    [
      'a confirm step that is not the last',
      { id: 'f', steps: [confirm, { id: 'w', type: 'feedback' }] },
      'steps[0]',
      'expected the confirm step to be the last, got steps after it',
    ],
  ])('refuses %s and names the place', (_name, value, field, says) => {
    const { code, message, ...error } = refusal(value);
    expect(code).toBe('invalid_flow');
    expect(error.field).toBe(field);
    expect(message).toContain(says);
    expect(message.startsWith(`${field}: `)).toBe(true);
  });
});

describe('parseFlow and the schema of the wire', () => {
  const schema = Compile(Flow);

  it('agree on every flow that an author may write', () => {
    fc.assert(fc.property(anyFlow, (any) => schema.Check(JSON.parse(JSON.stringify(any)))));
  });

  /** One place of a flow put out of order. */
  function spoiled(value: unknown, path: number[], by: unknown): unknown {
    if (typeof value !== 'object' || value === null || path.length === 0) return by;
    const copy: unknown[] | Record<string, unknown> = Array.isArray(value)
      ? value.slice()
      : { ...value };
    const keys = Object.keys(copy);
    const key = keys[(path[0] ?? 0) % keys.length];
    if (key === undefined) return by;
    return Object.assign(copy, { [key]: spoiled(Reflect.get(value, key), path.slice(1), by) });
  }

  it('agree on what is wrong with a flow that was spoiled in one place', () => {
    fc.assert(
      fc.property(
        anyFlow,
        fc.array(fc.nat(20), { minLength: 1, maxLength: 8 }),
        fc.constantFrom<unknown>(null, -1, 0, 1.5, 400, '', 'x', 'x y', [], {}, true),
        (any, path, by) => {
          const value = JSON.parse(JSON.stringify(spoiled(any, path, by))) as unknown;
          let parsed = true;
          try {
            parseFlow(value);
          } catch {
            parsed = false;
          }
          // What the schema cannot say: ids unique among siblings, the place of the confirm step,
          // months of a pause, months of a repeating coupon.
          if (parsed) expect(schema.Check(value)).toBe(true);
          else if (schema.Check(value))
            expect(refusal(value).message).toMatch(/no other here|to be the last|1 to 12|months/);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
