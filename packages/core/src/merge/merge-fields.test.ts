import { expect, it } from 'vitest';
import { escapeRichText } from '../richtext/escape.js';
import { parseRichText } from '../richtext/rich-text.js';
import { customer, monthly } from '../testing/fixtures.js';
import { mergeFields } from './merge-fields.js';

const source = { customer, subscription: monthly };

it.each([
  ['Hello {{customer.firstName}}', 'Hello Ada'],
  ['{{ customer.lastName | friend }}', 'Example'],
  ['{{customer.email}}, {{customer.id}}', 'ada@example.com, cus_1'],
  ['{{subscription.planName}}', 'Pro'],
  ['{{customer.metadata.seats}} seats', '3 seats'],
  ['{{CUSTOMER_FIRST_NAME}} on {{SUBSCRIPTION_PLAN_NAME}}', 'Ada on Pro'],
  ['{{customer.phone|no number}}', 'no number'],
  ['{{customer.nothing}}!', '!'],
  ['{{customer.constructor}}{{customer.metadata.toString}}{{subscription.__proto__}}', ''],
  ['{{other.thing|x}} {not a field}', 'x {not a field}'],
])('fills %s', (template, expected) => {
  expect(mergeFields(template, source)).toBe(expected);
});

it('keeps a customer named in markup a text', () => {
  const name = '<a href="https://evil.example">Ada</a>&amp;"';
  const merged = mergeFields(
    '<p>{{customer.name}}</p>',
    { customer: { id: 'c', name } },
    escapeRichText,
  );
  expect(parseRichText(merged)).toEqual([
    { type: 'element', tag: 'p', children: [{ type: 'text', text: name }] },
  ]);
});

it.each([
  ['an override', '\u202eAda'],
  ['an embedding', '\u202bAda\u202c'],
  ['an isolate that is never closed', '\u2067Ada'],
])('keeps the sentence in its direction whatever a name has in it: %s', (_case, firstName) => {
  const merged = mergeFields('Hello {{customer.firstName}}, stay?', {
    customer: { id: 'c', firstName },
  });
  expect(merged).toBe('Hello Ada, stay?');
});

it('takes a name of nothing but such characters for none', () => {
  const customer = { id: 'c', firstName: '\u202e\u2066' };
  expect(mergeFields('Hello {{customer.firstName|there}}', { customer })).toBe('Hello there');
});

it('leaves a name in a script from right to left as it is', () => {
  const customer = { id: 'c', firstName: 'עדה' };
  expect(mergeFields('{{customer.firstName}}!', { customer })).toBe('עדה!');
});
