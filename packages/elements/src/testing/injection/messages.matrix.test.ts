import { expect } from '@open-wc/testing';
import { afterAll, beforeAll, describe, it } from 'vitest';
import '../../define/cancel-flow.js';
import { messageKeys } from '../../localization/message-keys.js';
import { opened, press, shownStep } from '../flow-page.js';
import { layoutFindings } from '../matrix/layout.js';
import { enter, leave, narrow } from '../matrix/modes.js';
import { part } from '../shadow.js';
import { createGuard, type Guard } from './guard.js';
import { payloads } from './payloads.js';
import { soon } from './soon.js';

/** The text in place of every message of ours, with the placeholders that it has to keep. */
function messagesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(messageKeys).map(([key, names]) => [
      key,
      [text, ...names.map((name) => `{${name}}`)].join(' '),
    ]),
  );
}

describe('messages of a host in place of ours', () => {
  let guard: Guard;

  beforeAll(async () => {
    guard = createGuard();
    await enter(narrow);
  });
  afterAll(async () => {
    guard.stop();
    await leave();
  });

  it('run nothing and stay in their place', async () => {
    const findings: string[] = [];
    const flow = await opened({ variant: 'inline' });
    const survey = await shownStep(flow, 'fw-survey-step');
    const look = (text: string): void => {
      const found = [...guard.findings(), ...layoutFindings()];
      findings.push(...found.map((each) => `${JSON.stringify(text).slice(0, 80)}: ${each}`));
    };
    press(survey, 'primary-button');
    for (const text of payloads) {
      flow.i18n = { lang: 'en', messages: { en: messagesOf(text) } };
      // A text with braces of its own is no message: then ours stays.
      const shown = text.includes('{') ? '' : text;
      const button = part(survey, 'primary-button');
      await soon(() => button.textContent.includes(shown), JSON.stringify(text));
      look(text);
    }
    expect(findings.join('\n')).to.equal('');
  });
});
