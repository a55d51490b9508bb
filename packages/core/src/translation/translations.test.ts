import type { Flow, FlowTranslations } from '@fairwell/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FairwellError } from '../errors.js';
import { parseFlow } from '../flow/parse-flow.js';
import { anyFlow } from '../testing/arbitraries.js';
import { textsOf } from './flow-texts.js';
import { localizeFlow } from './localize-flow.js';
import { sourceHash } from './source-hash.js';

const flow: Flow = {
  id: 'f',
  locale: 'en',
  steps: [
    {
      id: 'why',
      type: 'survey',
      header: 'Why, {{customer.firstName|friend}}?',
      choices: [
        {
          id: 'budget',
          label: 'Too expensive',
          offer: {
            type: 'planChange',
            header: 'A smaller plan',
            options: [
              { priceId: 'price.lite', nickname: 'Light', features: ['Files'], msrp: '$29' },
            ],
          },
          followUp: {
            mode: 'structured+freeform',
            question: 'What changed?',
            label: 'In your words',
            options: [
              {
                id: 'cuts',
                label: 'Cuts',
                offer: { type: 'redirect', label: 'Read', url: '/read' },
              },
            ],
          },
        },
      ],
    },
    { id: 'words', type: 'feedback', label: 'Say it' },
    { id: 'sure', type: 'confirm', description: '<p>Sure?</p>', losses: ['Files', 'Team'] },
  ],
};
const withTranslations = (translations: unknown, locale: string | undefined = 'en') => ({
  ...flow,
  locale,
  translations,
});
const shown = (translations: FlowTranslations, ...tags: string[]) =>
  localizeFlow(parseFlow(withTranslations(translations)), tags);
const textOf = (translated: Flow, key: string) =>
  textsOf(translated).find((each) => each.key === key)?.text;

describe('the texts of a flow', () => {
  it('have keys that do not depend on their order', () => {
    const keys = [
      'why.header',
      'why/budget.label',
      'why/budget.offer.header',
      'why/budget.offer.options.price.lite.nickname',
      'why/budget.offer.options.price.lite.features',
      'why/budget.offer.options.price.lite.msrp',
      'why/budget.followUp.question',
      'why/budget.followUp.label',
      'why/budget/cuts.label',
      'why/budget/cuts.offer.label',
      'words.label',
      'sure.description',
      'sure.losses',
    ];
    expect(textsOf(flow).map(({ key }) => key)).toEqual(keys);
  });

  it('can all be replaced, in any flow, and nothing else is', () => {
    const property = fc.property(anyFlow, (any) => {
      const texts = textsOf(any);
      const de = Object.fromEntries(texts.map(({ key, text }) => [key, text]));
      const same = localizeFlow({ ...any, locale: 'en', translations: { de } }, ['de']);
      expect(same).toEqual({ ...any, locale: 'de' });
    });
    fc.assert(property);
  });
});

describe('a flow in another language', () => {
  const de = { 'why.header': 'Warum, {{CUSTOMER_FIRST_NAME|du}}?', 'sure.losses': ['Dateien'] };

  it('is what was translated, and else as it was written', () => {
    const german = shown({ de }, 'de-AT');
    expect(german.locale).toBe('de');
    expect(german).not.toHaveProperty('translations');
    expect(textOf(german, 'why.header')).toBe(de['why.header']);
    expect(textOf(german, 'sure.losses')).toEqual(['Dateien']);
    expect(textOf(german, 'words.label')).toBe('Say it');
  });

  it.each([
    [['pt'], 'pt-BR'],
    [['zh-Hant'], 'en'],
    [['fi', 'de'], 'de'],
    [['en-GB', 'de'], 'en'],
    [[], 'en'],
  ])('is chosen by what the page asks for: %s', (tags, locale) => {
    expect(shown({ de, 'pt-BR': {}, 'zh-CN': {} }, ...tags).locale).toBe(locale);
  });

  it('has no words that a machine made of what was there before', () => {
    const made = (text: string) => ({ text: 'Sag es', source: sourceHash(text) });
    expect(textOf(shown({ de: { 'words.label': made('Say it') } }, 'de'), 'words.label')).toBe(
      'Sag es',
    );
    expect(textOf(shown({ de: { 'words.label': made('Speak') } }, 'de'), 'words.label')).toBe(
      'Say it',
    );
  });
});

describe('translations', () => {
  it.each<[what: string, translations: unknown, field: string, says: string]>([
    ['of a text there is not', { de: { 'why.heder': 'x' } }, '.de["why.heder"]', '"why.header"'],
    ['in no language', { pt_BR: {} }, '.pt_BR', '"pt-BR"'],
    ['in a language nobody speaks', { xx: {} }, '.xx', 'BCP 47'],
    ['in its own language', { EN: {} }, '.EN', 'another language'],
    ['in a language twice', { de: {}, DE: {} }, '.de', 'once'],
    [
      'without the name of the customer',
      { de: { 'why.header': 'Warum?' } },
      '.de["why.header"]',
      '{{customer.firstName}}',
    ],
    [
      'longer than there is room for',
      { de: { 'words.label': 'ja', 'why/budget.label': 'x'.repeat(201) } },
      '.de["why/budget.label"]',
      'at most 200',
    ],
    ['of a list by a text', { de: { 'sure.losses': 'Alles' } }, '.de["sure.losses"]', 'a list'],
    ['of a text by a list', { de: { 'words.label': ['a'] } }, '.de["words.label"]', 'a text'],
    ['that say nothing', { de: { 'words.label': '' } }, '.de["words.label"]', 'at least 1'],
    ['that are no text', { de: { 'words.label': 7 } }, '.de["words.label"]', 'a text'],
    ['of no source', { de: { 'words.label': { text: 'x' } } }, '.de["words.label"].source', 'hash'],
    ['that are a list', [], '', 'an object'],
    ['of a language that are a list', { de: [] }, '.de', 'an object'],
  ])('%s are refused', (_what, translations, place, says) => {
    const refused = (): unknown => {
      try {
        return parseFlow(withTranslations(translations));
      } catch (error) {
        return error instanceof FairwellError ? [error.code, error.field, error.message] : error;
      }
    };
    const message: unknown = expect.stringContaining(says);
    expect(refused()).toEqual(['invalid_flow', `translations${place}`, message]);
  });

  it('need to know which language the flow is in', () => {
    expect(() => parseFlow({ ...flow, locale: undefined, translations: { de: {} } })).toThrow(
      'locale: expected the language of the flow',
    );
  });

  it('that a machine made of a text that is gone keep nobody from publishing', () => {
    const gone = { text: 'weg', source: '00000000' };
    expect(shown({ de: { 'gone.header': gone } }, 'de').locale).toBe('de');
  });
});
