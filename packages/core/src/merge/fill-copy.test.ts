import type { Flow } from '@fairwell/contract';
import { expect, it } from 'vitest';
import { customer, monthly } from '../testing/fixtures.js';
import { fillCopy } from './fill-copy.js';

const name = '{{customer.firstName}}';
const copy = { header: `Hello ${name}`, description: `<p>${name}</p>` };
const flow: Flow = {
  id: 'f',
  steps: [
    {
      id: 'why',
      type: 'survey',
      ...copy,
      choices: [
        { id: 'a', label: name, offer: { type: 'contact', url: '/help', ...copy }, followUp: null },
      ],
    },
    { id: 'words', type: 'feedback', ...copy },
    { id: 'sure', type: 'confirm', ...copy, losses: [name] },
  ],
};

it('fills headers, descriptions and losses, of offers too, and nothing else', () => {
  const filled = fillCopy(flow, { customer, subscription: monthly });
  const expected: unknown = JSON.parse(
    JSON.stringify(flow)
      .replaceAll(`Hello ${name}`, 'Hello Ada')
      .replaceAll(`<p>${name}</p>`, '<p>Ada</p>')
      .replace(`["${name}"]`, '["Ada"]'),
  );
  expect(filled).toEqual(expected);
});

it('keeps a customer named in markup a text in what is rich, and as it is in what is plain', () => {
  const [step] = fillCopy(flow, { customer: { id: 'c', firstName: '<b>' } }).steps;
  expect(step).toMatchObject({ header: 'Hello <b>', description: '<p>&#60;b&#62;</p>' });
});
