import { expect } from '@open-wc/testing';
import { afterEach } from 'vitest';
import { userEvent } from 'vitest/browser';
import { controlFindings } from './controls.js';
import { layoutFindings } from './layout.js';
import { enter, leave, modes, type Mode } from './modes.js';
import { partFindings } from './parts.js';
import { translationFindings } from './translation.js';

async function axeFindings(): Promise<string[]> {
  try {
    await expect(document.body).to.be.accessible();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

async function findings(mode: Mode): Promise<string[]> {
  await enter(mode);
  const found = [...layoutFindings(), ...controlFindings(mode), ...(await axeFindings())];
  return found.map((each) => `${mode.name}: ${each}`);
}

/**
 * A story, drawn and played, stays in the page until the next one: it is looked at in every mode from
 * where its play left it. What is new is checked without a line here.
 */
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') return;
  // Whoever uses the keyboard is shown the focus.
  await userEvent.keyboard('{Shift}');
  try {
    const found = partFindings();
    for (const mode of modes) found.push(...(await findings(mode)));
    found.push(...(await translationFindings()));
    expect(found.join('\n')).to.equal('');
  } finally {
    await leave();
  }
});
