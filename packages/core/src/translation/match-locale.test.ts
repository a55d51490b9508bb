import { describe, expect, it } from 'vitest';
import { isLocale, matchLocale } from './match-locale.js';

const translated = ['en', 'de', 'pt-BR', 'zh-CN', 'yue', 'fa-IR', 'pa', 'az', 'id'];

describe('which language serves a tag', () => {
  it.each([
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['en-GB', 'en'],
    ['DE-at', 'de'],
    ['zh', 'zh-CN'],
    ['zh-Hans-HK', 'zh-CN'],
    ['yue-HK', 'yue'],
    ['fa', 'fa-IR'],
    ['in', 'id'],
    ['zh-Hant', undefined],
    ['zh-TW', undefined],
    ['pa-Arab', undefined],
    ['az-Cyrl', undefined],
    ['nb', undefined],
    ['not a tag', undefined],
    ['', undefined],
  ])('%s: %s', (tag, expected) => {
    expect(matchLocale([tag], translated)?.tag).toBe(expected);
  });

  it('is the first that any serves, and tells what was wanted', () => {
    expect(matchLocale(['fi', 'de-AT', 'en'], translated)).toEqual({ tag: 'de', wanted: 'de-AT' });
  });

  it('is the very one where that is there', () => {
    expect(matchLocale(['pt-PT'], ['pt-BR', 'pt-PT'])?.tag).toBe('pt-PT');
  });
});

it.each([
  ['de', true],
  ['pt-BR', true],
  ['zh-Hant', true],
  ['bho', true],
  ['pt_BR', false],
  ['xx', false],
  ['', false],
])('knows a language by its tag: %s', (tag, expected) => {
  expect(isLocale(tag)).toBe(expected);
});
