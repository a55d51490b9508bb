import { expect, it } from 'vitest';
import { canOpen, fillOptions, forElement, wallOptions, type HostOptions } from './host-options.js';

const handleCancel = () => undefined;
const handlePause = () => undefined;
const own = () => undefined;

it('what is given wins, and what is not is filled up, handler by handler', () => {
  const defaults: HostOptions = {
    serviceUrl: 'https://billing.example.com',
    mode: 'test',
    handlers: { handleCancel, handlePause },
  };
  const given = { mode: 'live', session: undefined, handlers: { handlePause: own } } as const;
  expect(fillOptions(given, { ...defaults, session: 'token' })).toEqual({
    serviceUrl: 'https://billing.example.com',
    session: 'token',
    mode: 'live',
    handlers: { handleCancel, handlePause: own },
  });
  expect(defaults.handlers).toEqual({ handleCancel, handlePause });
});

it('a wall is told what concerns it', () => {
  const flow = { id: 'default', steps: [] };
  expect(wallOptions({ flow, preview: true, customerId: 'cus_1', mode: 'live' })).toEqual({
    customerId: 'cus_1',
    mode: 'live',
  });
});

it('an element is told its language as HTML says it, and not at all where none is given', () => {
  const options = { serviceUrl: 'https://billing.example.com' };
  expect(forElement({ ...options, locale: 'de', locales: ['de', 'en'] })).toEqual({
    ...options,
    lang: 'de',
  });
  expect(forElement({ ...options, lang: 'ar', locale: 'de' })).toHaveProperty('lang', 'ar');
  expect(forElement({ ...options, lang: undefined })).not.toHaveProperty('lang');
});

it.each<[HostOptions, boolean]>([
  [{}, false],
  [{ serviceUrl: 'https://billing.example.com' }, true],
  [{ flow: { id: 'default', steps: [] } }, false],
  [{ flow: { id: 'default', steps: [] }, customer: { id: 'cus_1' } }, true],
])('%o can open a flow: %s', (options, can) => {
  expect(canOpen(options)).toBe(can);
});
