import { expect } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { locales } from './locales.js';
import { matchLocale } from '@fairwell/core';
import { formatLocale, isRightToLeft } from './conventions.js';

const served = (...tags: string[]): string | undefined => matchLocale(tags, locales)?.tag;

describe('which language serves a tag', () => {
  it.each([
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['en-GB', 'en'],
    ['de-AT', 'de'],
    ['DE-at', 'de'],
    ['zh', 'zh-CN'],
    ['zh-SG', 'zh-CN'],
    ['zh-Hans-HK', 'zh-CN'],
    ['yue-HK', 'yue'],
    ['fa', 'fa-IR'],
    ['fa-AF', 'fa-IR'],
    ['ms', 'ms-MY'],
    ['in', 'id'],
    ['pa-IN', 'pa'],
    ['sr-Latn', undefined],
    ['zh-Hant', undefined],
    ['zh-TW', undefined],
    ['pa-Arab', undefined],
    ['az-Cyrl', undefined],
    ['nb', undefined],
    ['no', undefined],
    ['iw', undefined],
    ['not a tag', undefined],
    ['', undefined],
  ])('%s: %s', (tag, expected) => {
    expect(served(tag)).to.equal(expected);
  });

  it('is the first that any serves', () => {
    expect(served('fi', 'nb', 'cs', 'de')).to.equal('cs');
  });

  it.each(locales.map((tag) => [tag]))('%s: itself', (tag) => {
    expect(served(tag)).to.equal(tag);
  });

  it('takes old names of a language for new ones', () => {
    expect(matchLocale(['iw'], ['he'])?.tag).to.equal('he');
    expect(matchLocale(['nb'], ['no'])?.tag).to.equal(undefined);
  });
});

it('knows which run from right to left', () => {
  expect(locales.filter(isRightToLeft)).to.deep.equal(['ar', 'ur', 'fa-IR', 'sd']);
  expect(isRightToLeft('he')).to.equal(true);
});

describe('the locale of dates', () => {
  it('keeps the region', () => {
    expect(formatLocale('de', 'de-AT')).to.equal('de-AT');
  });

  it.each(locales.map((tag) => [tag]))(
    'names months in some language a reader of %s knows',
    (tag) => {
      const format = new Intl.DateTimeFormat(formatLocale(tag, tag), { dateStyle: 'long' });
      expect(format.format(new Date(Date.UTC(2026, 10, 15)))).not.to.match(/M11/);
    },
  );
});
