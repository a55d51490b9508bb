import type { WallHandlers } from '@fairwell/core';
import { expect } from '@open-wc/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from 'vitest';
import '../../define/failed-payment-wall.js';
import '../../define/pause-wall.js';
import type { FailedPaymentWallElement } from '../../failed-payment-wall/failed-payment-wall.js';
import type { PauseWallElement } from '../../pause-wall/pause-wall.js';
import { layoutFindings } from '../matrix/layout.js';
import { enter, leave, narrow } from '../matrix/modes.js';
import { parts } from '../shadow.js';
import { failedPaymentWall, pauseWall, press } from '../wall-page.js';
import { clearWalls, open, overdue, pause } from '../wall-service.js';
import { createGuard, type Guard } from './guard.js';
import { payloads } from './payloads.js';
import { soon } from './soon.js';

type AnyWallElement = PauseWallElement | FailedPaymentWallElement;

/** Waits until the wall can be used. */
async function stands<W extends AnyWallElement>(wall: W): Promise<W> {
  await soon(() => parts(wall, 'modal').length > 0, 'the wall');
  return wall;
}

async function says(wall: AnyWallElement, name: string, text: string): Promise<void> {
  const isSaid = (): boolean => parts(wall, name).some((each) => each.textContent.includes(text));
  await soon(isSaid, `${JSON.stringify(text)} as ${name}`);
}

describe('words of others in a wall', () => {
  let guard: Guard;
  let findings: string[];

  /** Nothing is followed: where a link leads is read from it. */
  const stay = (event: Event): void => event.preventDefault();

  beforeAll(async () => {
    guard = createGuard();
    window.addEventListener('click', stay, true);
    await enter(narrow);
  });
  afterAll(async () => {
    guard.stop();
    window.removeEventListener('click', stay, true);
    await leave();
  });
  beforeEach(() => (findings = []));
  afterEach(clearWalls);

  function look(text: string): void {
    const found = [...guard.findings(), ...layoutFindings()];
    findings.push(...found.map((each) => `${JSON.stringify(text).slice(0, 80)}: ${each}`));
  }

  /** Resuming fails at first, and then succeeds: both with words for the customer. */
  function handlersOf(text: string): WallHandlers {
    let tries = 0;
    const message = text;
    return {
      handleResume: () => (tries++ === 0 ? Promise.reject(new Error(text)) : { message }),
      handleCancel: () => Promise.reject(new Error(text)),
      handleSupportRequest: () => ({ message }),
    };
  }

  it('run nothing and stay in their place: a pause wall', async () => {
    for (const text of payloads) {
      sessionStorage.clear();
      open(pause);
      const wall = await stands(await pauseWall({ handlers: handlersOf(text) }));
      press(wall, 'Resume now');
      await says(wall, 'alert', text);
      look(text);
      press(wall, 'Resume now');
      await says(wall, 'notice', text);
      look(text);
      clearWalls();
    }
    expect(findings.join('\n')).to.equal('');
  });

  it('run nothing and stay in their place: a failed-payment wall', async () => {
    for (const text of payloads) {
      sessionStorage.clear();
      open(overdue());
      const wall = await stands(await failedPaymentWall({ handlers: handlersOf(text) }));
      press(wall, 'Contact support');
      await says(wall, 'notice', text);
      look(text);
      press(wall, 'Cancel subscription');
      await soon(() => parts(wall, 'danger-button')[0], 'the question');
      parts(wall, 'danger-button')[0]?.click();
      await says(wall, 'alert', text);
      look(text);
      clearWalls();
    }
    expect(findings.join('\n')).to.equal('');
  });

  it('lead to a page or nowhere: the address of a hosted page', async () => {
    for (const text of payloads) {
      sessionStorage.clear();
      open(overdue({ card: 'hosted' })).replies['/portal'] = [{ body: { url: text } }];
      const wall = await stands(await failedPaymentWall());
      press(wall, 'Change my card on a secure page');
      await soon(() => parts(wall, 'alert')[0] ?? wall.shadowRoot?.querySelector('a'), 'an answer');
      look(text);
      clearWalls();
    }
    expect(findings.join('\n')).to.equal('');
  });
});
