import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  DraftFlow,
  FlowLanguages,
  PublishedFlow,
  StoredFlow,
  TranslatedFlow,
  TranslateFlowRequest,
} from '@fairwell/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { libreTranslate, translationMemory, type Translator } from '../src/index.js';
import { administer } from './support/admin.js';
import { startTranslationServer, type TranslationServer } from './support/libre-translate.js';
import { useWorld } from './support/world.js';

const world = useWorld();
const apiKey = 'key of the translation server';
let server: TranslationServer;
let admin: Awaited<ReturnType<typeof administer>>;

const blueprint = {
  locale: 'en',
  steps: [
    {
      id: 'why',
      type: 'survey',
      header: 'Why, {{customer.firstName|friend}}?',
      description: '<p>It takes <strong>a minute</strong>, {{CUSTOMER_NAME}}.</p>',
      choices: [
        {
          id: 'smaller',
          label: 'Too much',
          offer: {
            type: 'planChange',
            options: [{ priceId: 'price_lite', nickname: 'Lite', msrp: '$29' }],
          },
        },
      ],
    },
    { id: 'sure', type: 'confirm', header: 'Sure?', losses: ['Files', 'Team'] },
  ],
};
const header = 'why.header';

beforeEach(async () => {
  server = await startTranslationServer(apiKey);
  await serve([libreTranslate({ url: `${server.url}/`, apiKey })]);
});
afterEach(() => {
  server.close();
});

async function serve(translators: readonly Translator[]) {
  const service = await world.serve({ translators });
  admin = await administer(world, service);
  return service;
}

const store = (flow: DraftFlow = blueprint, id = 'spoken') =>
  admin.send<StoredFlow>('POST', '/flows', { id, draft: { flow, segment: null } });
const translate = (request: TranslateFlowRequest, id = 'spoken') =>
  admin.send<TranslatedFlow>('POST', `/flows/${id}/translate`, request);
const languages = async () =>
  (await admin.send<FlowLanguages>('GET', '/flows/spoken/languages')).body;
const draft = async () => (await admin.send<StoredFlow>('GET', '/flows/spoken')).body;

/** What a draft says in a language. */
async function wordsIn(tag: string): Promise<Record<string, unknown>> {
  const { translations = {} } = (await draft()).draft.flow as {
    translations?: Record<string, Record<string, { text: unknown } | string>>;
  };
  return Object.fromEntries(
    Object.entries(translations[tag] ?? {}).map(([key, each]) => [
      key,
      typeof each === 'object' ? each.text : each,
    ]),
  );
}

describe('translating a draft', () => {
  it('makes every text that customers read, with its merge fields and marks', async () => {
    await store();
    const { status, body } = await translate({ revision: 1, locales: ['de', 'pt-BR'] });
    expect([status, body.revision, body.made, body.refused]).toEqual([
      200,
      2,
      { de: 6, 'pt-BR': 6 },
      [],
    ]);
    expect(await wordsIn('de')).toEqual({
      'why.header': 'de(Why, {{customer.firstName|de(friend)}}?)',
      'why.description': 'de(<p>It takes <strong>a minute</strong>, {{CUSTOMER_NAME}}.</p>)',
      'why/smaller.label': 'de(Too much)',
      'why/smaller.offer.options.price_lite.nickname': 'de(Lite)',
      'sure.header': 'de(Sure?)',
      'sure.losses': ['de(Files)', 'de(Team)'],
    });
    expect((await wordsIn('pt-BR'))['sure.header']).toBe('pt(Sure?)');
    expect(new Set(server.formats)).toEqual(new Set(['text', 'html']));
    // Nobody is shown it yet.
    expect((await draft()).liveVersion).toBe(null);
  });

  it('shows customers what was made once it is published, and asks nobody then', async () => {
    const service = await serve([libreTranslate({ url: server.url, apiKey })]);
    await store();
    await translate({ revision: 1, locales: ['de'] });
    const published = await admin.send<PublishedFlow>('POST', '/flows/spoken/publish', {
      revision: 2,
    });
    expect(published.status).toBe(201);
    await admin.send('PUT', '/primary-flow', { id: 'spoken' });
    server.close();
    const { flow } = await service.session('cus_monthly', { locale: 'de' });
    expect([flow.locale, flow.steps[0]?.header]).toEqual(['de', 'de(Why, Robin?)']);
  });

  it('leaves what somebody wrote, and makes anew what has changed since', async () => {
    const manual = { de: { 'sure.header': 'Wirklich?' } };
    await store({ ...blueprint, translations: manual });
    await translate({ revision: 1, locales: ['de'] });
    const { draft: first } = await draft();
    const [survey, sure] = blueprint.steps;
    const steps = [{ ...survey, header: 'Why, {{customer.firstName}}?' }, sure];
    const changed = { ...first, flow: { ...first.flow, steps } };
    await admin.send('PUT', '/flows/spoken/draft', { revision: 2, draft: changed });
    expect((await languages()).languages).toEqual([
      { locale: 'de', manual: 1, automatic: 4, stale: [header], missing: [] },
    ]);
    const { body } = await translate({ revision: 3 });
    expect([body.made, body.languages[0]?.stale]).toEqual([{ de: 1 }, []]);
    const words = await wordsIn('de');
    expect([words[header], words['sure.header']]).toEqual([
      'de(Why, {{customer.firstName}}?)',
      'Wirklich?',
    ]);
  });

  it('asks about a text once, in whichever flow it is', async () => {
    await store();
    await store(blueprint, 'other');
    await translate({ revision: 1, locales: ['de'] });
    const { length } = server.asked;
    expect(await translate({ revision: 1, locales: ['de'] }, 'other')).toMatchObject({
      body: { made: { de: 6 } },
    });
    const { body } = await translate({ revision: 2, locales: ['de'] });
    expect([body.revision, body.made, server.asked.length]).toEqual([2, { de: 0 }, length]);
  });

  it('makes everything again that a machine made, if it is asked to', async () => {
    await store();
    await translate({ revision: 1, locales: ['de'] });
    server.make((text, target) => `${target}[${text}]`);
    const { body } = await translate({ revision: 2, again: true });
    expect(body.made).toEqual({ de: 6 });
    expect((await wordsIn('de'))['sure.header']).toBe('de[Sure?]');
  });

  it('keeps merge fields and marks whatever a machine does to them', async () => {
    server.make((text) => text.replace(/\{\d+\}|<[^>]*>/g, '').toUpperCase());
    await store();
    const { body } = await translate({ revision: 1, locales: ['de'] });
    expect(body.refused).toEqual([]);
    const words = await wordsIn('de');
    expect([words[header], words['why.description']]).toEqual([
      'WHY, {{customer.firstName|FRIEND}}?',
      '<p>IT TAKES <strong>A MINUTE</strong>, {{CUSTOMER_NAME}}.</p>',
    ]);
  });

  it('tells of what could not be shown, and leaves it out', async () => {
    server.make((text) => (text === 'Lite' ? 'x'.repeat(41) : `(${text})`));
    await store();
    const { body } = await translate({ revision: 1, locales: ['de'] });
    const key = 'why/smaller.offer.options.price_lite.nickname';
    const message: unknown = expect.stringContaining('at most 40');
    expect(body.refused).toEqual([{ locale: 'de', key, message }]);
    expect(body.languages[0]?.missing).toContain(key);
    expect((await admin.send('POST', '/flows/spoken/publish', { revision: 2 })).status).toBe(201);
  });
});

describe('where it cannot be translated, nothing is written', () => {
  it.each<[what: string, flow: DraftFlow, request: TranslateFlowRequest, answer: unknown[]]>([
    [
      'a language nobody speaks',
      blueprint,
      { revision: 1, locales: ['de', 'xx'] },
      [400, 'locales[1]'],
    ],
    ['its own language', blueprint, { revision: 1, locales: ['en'] }, [400, 'locales[0]']],
    [
      'one that the server does not speak',
      blueprint,
      { revision: 1, locales: ['zh-Hant'] },
      [400, 'locales'],
    ],
    ['no language', blueprint, { revision: 1 }, [400, 'locales']],
    ['an empty list', blueprint, { revision: 1, locales: [] }, [400, 'locales']],
    ['another revision', blueprint, { revision: 2, locales: ['de'] }, [409, 'revision']],
    [
      'a flow of no language',
      { ...blueprint, locale: undefined },
      { revision: 1, locales: ['de'] },
      [422, 'flow.locale'],
    ],
    [
      'an unfinished flow',
      { ...blueprint, steps: [] },
      { revision: 1, locales: ['de'] },
      [422, 'flow.steps'],
    ],
  ])('%s', async (_what, flow, request, answer) => {
    await store(flow);
    const { status, error } = await translate(request);
    expect([status, error.field]).toEqual(answer);
    expect((await draft()).revision).toBe(1);
  });

  it.each<[what: string, translator: () => Translator, says: string]>([
    ['a wrong key', () => libreTranslate({ url: server.url }), '403: Invalid API key'],
    ['a wrong address', () => libreTranslate({ url: `${server.url}/api`, apiKey }), '404'],
    ['nobody there', () => libreTranslate({ url: 'http://127.0.0.1:9' }), 'cannot be reached'],
  ])('%s', async (_what, translator, says) => {
    await serve([translator()]);
    await store();
    const { status, error } = await translate({ revision: 1, locales: ['de'] });
    expect([status, error.code]).toEqual([503, 'provider_unavailable']);
    expect(error.message).toContain(says);
    expect((await draft()).revision).toBe(1);
  });

  it('no translator', async () => {
    await serve([]);
    await store();
    const { status, error } = await translate({ revision: 1, locales: ['de'] });
    expect([status, error.code]).toEqual([409, 'action_unsupported']);
  });
});

describe('a file of translations', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fairwell-translations-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function memory(content: unknown): Promise<string> {
    const file = join(folder, 'memory.json');
    await writeFile(file, JSON.stringify(content));
    return file;
  }

  it('goes before what a machine makes', async () => {
    const known = await memory({ de: { 'Sure?': 'Sicher?', Files: 'Dateien' } });
    await serve([translationMemory(known), libreTranslate({ url: server.url, apiKey })]);
    await store();
    await translate({ revision: 1, locales: ['de'] });
    expect(await wordsIn('de')).toMatchObject({
      'sure.header': 'Sicher?',
      'sure.losses': ['Dateien', 'de(Team)'],
    });
    expect(server.asked).not.toContain('Sure?');
  });

  it('is enough alone, for what it knows', async () => {
    await serve([translationMemory(await memory({ sv: { 'Sure?': 'Säker?', Files: 'Filer' } }))]);
    await store();
    const { body } = await translate({ revision: 1, locales: ['sv'] });
    expect(body.made).toEqual({ sv: 1 });
    expect(body.languages[0]?.missing).toContain('sure.losses');
  });

  it('says what is wrong with it', async () => {
    const file = await memory({ de: { 'Sure?': 7 } });
    expect(() => translationMemory(file)).toThrow('de.Sure?');
  });
});
