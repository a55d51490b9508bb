import type { Flow } from '@fairwell/contract';
import { sourceHash } from '@fairwell/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { administer } from './support/admin.js';
import type { TestService } from './support/service.js';
import { takeDiscount, useWorld } from './support/world.js';

const world = useWorld();
let service: TestService;
let admin: Awaited<ReturnType<typeof administer>>;

const header = 'Why, {{customer.firstName|friend}}?';
const blueprint = {
  locale: 'en',
  steps: [
    {
      id: 'why',
      type: 'survey',
      header,
      choices: [
        {
          id: 'too_expensive',
          label: 'It costs too much',
          offer: { type: 'discount', header: 'Stay?', couponId: 'SAVE30' },
        },
        { id: 'trial', label: 'No time', offer: { type: 'trialExtension', days: 7 } },
      ],
    },
    { id: 'sure', type: 'confirm', header: 'Sure?' },
  ],
  translations: {
    de: {
      'why.header': 'Warum, {{customer.firstName|du}} von {{customer.metadata.team}}?',
      'why/too_expensive.label': 'Es kostet zu viel',
      'why/too_expensive.offer.header': 'Bleiben?',
      'sure.header': { text: 'Ganz sicher?', source: sourceHash('Really sure?') },
    },
    'pt-BR': {
      'why.header': { text: 'Por quê, {{customer.firstName}}?', source: sourceHash(header) },
    },
    'zh-CN': {},
  },
};

beforeEach(async () => {
  service = await world.serve();
  admin = await administer(world, service);
});

const publish = () => admin.publish('spoken', { flow: blueprint, segment: null });
const makePrimary = () => admin.send('PUT', '/primary-flow', { id: 'spoken' });
const headers = ({ steps }: Flow) => steps.map((step) => step.header);

describe('the language of a flow', () => {
  beforeEach(async () => {
    await publish();
    await makePrimary();
  });

  it.each([
    [{ locale: 'de-AT' }, 'de', 'Warum, Robin von blue?'],
    [{ locale: 'pt' }, 'pt-BR', 'Por quê, Robin?'],
    [{ locale: 'zh-Hant' }, 'en', 'Why, Robin?'],
    [{ locale: 'tlh' }, 'en', 'Why, Robin?'],
    [{ locale: 'no tag' }, 'en', 'Why, Robin?'],
    [{ locales: ['fi', 'pt-PT', 'de'] }, 'pt-BR', 'Por quê, Robin?'],
    [{ locale: 'de', locales: ['en-GB', 'de'] }, 'en', 'Why, Robin?'],
    [{}, 'en', 'Why, Robin?'],
  ])('is the one that the page asks for, %j', async (asked, locale, first) => {
    const { flow } = await service.session('cus_monthly', asked);
    expect([flow.locale, flow.steps[0]?.header]).toEqual([locale, first]);
    expect(flow).not.toHaveProperty('translations');
  });

  it('is its own where a text was not translated, or was changed since a machine did', async () => {
    const { flow, customer } = await service.session('cus_monthly', { locale: 'de' });
    expect(headers(flow)).toEqual(['Warum, Robin von blue?', 'Sure?']);
    expect(flow.steps[0]).toMatchObject({
      choices: [
        { label: 'Es kostet zu viel', offer: { header: 'Bleiben?' } },
        { label: 'No time' },
      ],
    });
    // What only the German text shows.
    expect(customer.metadata).toEqual({ team: 'blue' });
  });

  it('changes nothing of what is offered, done and reported', async () => {
    const session = await service.session('cus_monthly', { locale: 'de' });
    const at = world.clock.now().toISOString();
    await service.record(session, [
      {
        sequence: 0,
        event: { type: 'surveyAnswered', stepId: 'why', choiceId: 'too_expensive', at },
      },
    ]);
    expect((await service.act(session, takeDiscount)).status).toBe(200);
    const { body } = await service.read(session);
    expect([body.surveyResponse, body.result]).toEqual(['It costs too much', 'discount']);
  });
});

it.each([
  [{ locales: 'de' }, 'locales'],
  [{ locales: [7] }, 'locales[0]'],
  [{ locales: Array.from({ length: 21 }, () => 'de') }, 'locales'],
  [{ locale: 'x'.repeat(36) }, 'locale'],
])('what names no languages is refused: %j', async (body, field) => {
  const { status, error } = await service.start(service.tokenFor('cus_monthly'), body);
  expect([status, error.field]).toEqual([400, field]);
});

it('a translation that could not be shown is not published', async () => {
  const translations = { de: { 'why.header': 'Warum?' } };
  const draft = { flow: { ...blueprint, translations }, segment: null };
  await admin.send('POST', '/flows', { id: 'spoken', draft });
  const { status, error } = await admin.send('POST', '/flows/spoken/publish', { revision: 1 });
  expect([status, error.code, error.field]).toEqual([
    422,
    'invalid_flow',
    'flow.translations.de["why.header"]',
  ]);
  expect(error.message).toContain('{{customer.firstName}}');
});

it('the flow that the service was started with speaks them too', async () => {
  const configured = await world.serve({ flow: { ...blueprint, id: 'started' } });
  const { flow } = await configured.session('cus_monthly', { locale: 'de' });
  expect(flow.locale).toBe('de');
});

it('there is room for fifty languages', async () => {
  const why = { 'why.header': `{{customer.firstName}} ${'x'.repeat(170)}` };
  const long = { ...why, 'why.description': 'x'.repeat(4000) };
  const tags = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));
  const spoken = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const languages = tags
    .flatMap((first) => tags.map((second) => first + second))
    .filter((tag) => tag !== 'en' && spoken.of(tag) !== undefined && canonical(tag) === tag)
    .slice(0, 90);
  const translations = Object.fromEntries(languages.map((tag) => [tag, long]));
  const [survey, ...rest] = blueprint.steps;
  const steps = [{ ...survey, description: 'In short' }, ...rest];
  await admin.publish('spoken', { flow: { ...blueprint, steps, translations }, segment: null });
  await makePrimary();
  const { flow } = await service.session('cus_monthly', { locale: languages[49] });
  expect(flow.locale).toBe(languages[49]);
});

function canonical(tag: string): string | undefined {
  return Intl.getCanonicalLocales(tag)[0];
}
