import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { elementName } from './element-name.ts';
import { writeElement } from './write-element.ts';

describe('the name of a new element', () => {
  it('gives tag, class and place', () => {
    expect(elementName('trial-extension-offer')).toMatchObject({
      tag: 'fw-trial-extension-offer',
      className: 'TrialExtensionOfferElement',
      part: 'trial-extension-step',
      title: 'Offers/Trial extension',
    });
    expect(elementName('follow-up-step')).toMatchObject({ part: 'follow-up-step' });
  });

  it.each(['', 'offer', 'Pause-offer', 'pause_offer', 'pause-', 'pause-button', '../a-step'])(
    'is not "%s"',
    (name) => {
      expect(() => elementName(name)).toThrow('is no name for an element');
    },
  );

  it('has no prefix', () => {
    expect(() => elementName('fw-pause-offer')).toThrow('Leave the prefix away: pause-offer.');
  });
});

describe('a new element', () => {
  let source = '';
  beforeEach(async () => {
    source = await mkdtemp(join(tmpdir(), 'new-element-'));
    await writeFile(join(source, 'index.ts'), '');
  });
  afterEach(() => rm(source, { recursive: true }));

  it('is exported as a class and registered apart', async () => {
    await writeElement(source, 'pause-offer');
    const index = await readFile(join(source, 'index.ts'), 'utf8');
    expect(index).toBe("export { PauseOfferElement } from './pause-offer/pause-offer.js';\n");
    const element = await readFile(join(source, 'pause-offer/pause-offer.ts'), 'utf8');
    expect(element).not.toContain('customElements.define');
    const define = await readFile(join(source, 'define/pause-offer.ts'), 'utf8');
    expect(define).toContain("define('fw-pause-offer', PauseOfferElement);");
  });

  it('never replaces one that is there', async () => {
    await writeElement(source, 'pause-offer');
    await expect(writeElement(source, 'pause-offer')).rejects.toThrow('a fw-pause-offer already');
    expect(await readFile(join(source, 'index.ts'), 'utf8')).toMatch(/^export .*\n$/);
  });
});
