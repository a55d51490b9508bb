import { describe, expect, it } from 'vitest';
import type { VerificationOptions } from '../src/index.js';
import { verificationsOf } from './support/verification.js';
import { useWorld } from './support/world.js';

const world = useWorld();

async function serve(verification: VerificationOptions = {}) {
  const service = await world.serve({ development: true, verification });
  const { mails, request, resend } = verificationsOf(service);
  return {
    request,
    resend,
    /** The latest of so many. */
    async mail(count = 1) {
      await expect.poll(async () => (await mails()).length).toBe(count);
      const [latest] = await mails();
      return latest;
    },
  };
}

/** Stands in an expected object for any text that matches. */
function matching(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}

describe('the mail with the code', () => {
  it.each([
    ['en-GB', /^your verification code is \d{6}$/m],
    ['de-AT', /^Ihr Bestätigungscode lautet \d{6}$/m],
    ['fr', /^votre code de vérification est \d{6}$/m],
    ['es-MX', /^Su código de verificación es \d{6}$/m],
    ['pt', /^seu código de verificação é \d{6}$/m],
    ['it', /^il suo codice di verifica è \d{6}$/m],
    ['nl-BE', /^uw verificatiecode is \d{6}$/m],
    ['tlh', /^your verification code is \d{6}$/m],
    ['no tag', /^your verification code is \d{6}$/m],
  ])('is in the language of the page: %s', async (locale, says) => {
    const { request, mail } = await serve();
    expect((await request('robin@example.com', { locale })).status).toBe(201);
    const { text = '' } = (await mail()) ?? {};
    expect(text).toMatch(says);
    expect(text).toContain('15');
    expect(text).not.toMatch(/[{}]/);
  });

  it('is in the same language when it is sent again', async () => {
    const { request, resend, mail } = await serve();
    const { body } = await request('robin@example.com', { locale: 'nl' });
    await mail();
    world.clock.advance(60_000);
    await resend(body.id);
    expect((await mail(2))?.subject).toBe('Uw verificatiecode');
  });

  it('is in the words of the host, in any language', async () => {
    const texts = {
      de: { text: 'Dein Code: {code}, {minutes} Minuten' },
      sv: { subject: 'Din kod', text: 'Din kod: {code}' },
    };
    const { request, mail } = await serve({ texts, subject: 'Example' });
    await request('robin@example.com', { locale: 'de' });
    const german = { subject: 'Example', text: matching(/^Dein Code: \d{6}, 15 Min/) };
    expect(await mail()).toMatchObject(german);
    await request('two@example.com', { locale: 'sv-FI' });
    const swedish = { subject: 'Din kod', text: matching(/^Din kod: \d{6}$/) };
    expect(await mail(2)).toMatchObject(swedish);
    await request('trial@example.com', { locale: 'fr' });
    expect(await mail(3)).toMatchObject({ subject: 'Example' });
  });
});
