import { describe, expect, it } from 'vitest';
import type { Catalogue } from './catalogue.ts';
import { check, chunkOf } from './check.ts';
import { keysFor } from './plurals.ts';
import { formatXliff, parseXliff, type Unit } from './xliff.ts';

const catalogue: Catalogue = {
  next: { text: 'Continue', where: 'survey-step', button: true },
  'month.one': { text: '{count} month', where: 'localization' },
  'month.other': { text: '{count} months', where: 'localization' },
  lasting: { text: 'For {months}, then {later}.', where: 'discount-offer' },
};

const polish: Readonly<Record<string, string>> = {
  next: 'Dalej',
  'month.one': '{count} miesiąc',
  'month.few': '{count} miesiące',
  'month.many': '{count} miesięcy',
  'month.other': '{count} miesiąca',
  lasting: 'Potem {later}, po {months}.',
};

function unitsOf(words: Readonly<Record<string, string>>): Map<string, Unit> {
  return new Map(
    Object.entries(words).map(([key, target]) => {
      const source = (catalogue[key] ?? catalogue['month.other'])?.text ?? '';
      return [key, { source, target, note: undefined }];
    }),
  );
}

const errorsOf = (tag: string, words: Readonly<Record<string, string>>): string[] =>
  check(catalogue, tag, unitsOf(words)).errors;

describe('a language', () => {
  it('has each plural in exactly its own forms', () => {
    const keys = Object.keys(catalogue);
    expect(keysFor('ja', keys)).toEqual(['next', 'month.other', 'lasting']);
    expect(keysFor('ar', keys)).toHaveLength(2 + 6);
    expect(errorsOf('pl', polish)).toEqual([]);
  });

  it.each([
    ['a message is missing', { next: undefined }, 'next: is missing.'],
    ['a form is missing', { 'month.few': undefined }, 'month.few: is missing.'],
    ['there is one form too many', { 'month.two': '{count}' }, 'month.two: is no message'],
    ['there is one message too many', { nxt: 'Dalej' }, 'nxt: is no message.'],
    ['a placeholder is lost', { lasting: 'Potem {later}.' }, '{months} is lost'],
    ['a placeholder is strange', { next: 'Dalej {name}' }, 'there is no {name}'],
    ['a brace is left over', { next: 'Dalej }' }, 'brace'],
    ['there is markup', { next: '<b>Dalej</b>' }, 'markup'],
    ['there is an entity', { next: 'Dalej&nbsp;' }, 'markup'],
    ['nothing is said', { next: ' ' }, 'is empty'],
    ['the number is left out of a form for many numbers', { 'month.few': 'miesiące' }, '{count}'],
  ])('is refused where %s', (_, change, problem) => {
    const words: Record<string, string> = {};
    for (const [key, text] of Object.entries({ ...polish, ...change }))
      if (text !== undefined) words[key] = text;
    expect(errorsOf('pl', words).join('\n')).toContain(problem);
  });

  it('may put a number in words where the form stands for it alone', () => {
    const units = unitsOf({ ...polish, 'month.one': 'miesiąc' });
    expect(check(catalogue, 'pl', units).errors).toEqual([]);
    const russian = unitsOf({ ...polish, 'month.one': 'месяц' });
    expect(check(catalogue, 'ru', russian).errors.join()).toContain('{count} is lost');
  });

  it('is translated anew where the English has changed', () => {
    const units = unitsOf(polish);
    units.set('next', { source: 'Go on', target: 'Dalej', note: undefined });
    expect(check(catalogue, 'pl', units).errors.join()).toContain('was “Go on”');
  });

  it('is hinted at where a button is long', () => {
    const units = unitsOf({ ...polish, next: 'Przejdź dalej do następnego kroku' });
    expect(check(catalogue, 'pl', units).warnings.join()).toContain('long for a button');
  });

  it('reaches the browser without names, in the order of the catalogue', () => {
    expect(JSON.parse(chunkOf(catalogue, unitsOf(polish)))).toEqual([
      'Dalej',
      {
        one: '{0} miesiąc',
        few: '{0} miesiące',
        many: '{0} miesięcy',
        other: '{0} miesiąca',
      },
      'Potem {1}, po {0}.',
    ]);
  });
});

describe('XLIFF', () => {
  it('keeps all that was written', () => {
    const units = new Map<string, Unit>([
      ['a', { source: 'A & B < C: {name}', target: '{name}: A & B', note: 'A “note” > all' }],
      ['b', { source: 'Not yet', target: undefined, note: undefined }],
    ]);
    expect(parseXliff(formatXliff('de', units))).toEqual(units);
  });

  it.each([
    ['that is cut off', '<xliff><file><body><trans-unit id="a"><source>A'],
    [
      'with markup',
      '<x><trans-unit id="a"><source>A</source><target><b>A</b></target></trans-unit></x>',
    ],
    [
      'with a message twice',
      '<x><trans-unit id="a"><source>A</source></trans-unit><trans-unit id="a"><source>A</source></trans-unit></x>',
    ],
  ])('%s is refused', (_, xml) => {
    expect(() => parseXliff(xml)).toThrow();
  });
});
