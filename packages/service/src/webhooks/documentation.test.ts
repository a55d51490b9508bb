import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WebhookPayload } from '@fairwell/contract';
import { Errors } from 'typebox/value';
import { expect, it } from 'vitest';

const page = join(import.meta.dirname, '../../../../docs/service/webhooks.md');

it('the documented webhook is one', async () => {
  const text = await readFile(page, 'utf8');
  const [, example = ''] = /```json\n([^`]+)```/.exec(text) ?? [];
  expect(Errors(WebhookPayload, JSON.parse(example))).toEqual([]);
});
