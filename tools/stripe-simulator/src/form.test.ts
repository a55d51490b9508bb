import { expect, test } from 'vitest';
import { canonical, parseForm } from './form.ts';

test('reads text, lists and hashes as the SDK writes them', () => {
  expect(
    parseForm(
      'name=Ada%20L&items[0][id]=si_1&items[0][price]=p&items[1][price]=q&metadata[a]=1&metadata[b]=&expand[]=x&expand[]=y&discounts=',
    ),
  ).toEqual({
    name: 'Ada L',
    items: [{ id: 'si_1', price: 'p' }, { price: 'q' }],
    metadata: { a: '1', b: '' },
    expand: ['x', 'y'],
    discounts: '',
  });
  expect(parseForm('')).toEqual({});
});

test('keeps names that look like part of an object as plain data', () => {
  const form = parseForm('__proto__[polluted]=yes&metadata[constructor]=x');
  expect(Object.getPrototypeOf(form)).toBe(Object.prototype);
  expect('polluted' in {}).toBe(false);
  expect(form['metadata']).toEqual({ constructor: 'x' });
});

test('refuses a name that is both text and a hash', () => {
  expect(() => parseForm('a=1&a[b]=2')).toThrow(/given twice/);
});

test('the same parameters are the same text in any order', () => {
  expect(canonical(parseForm('b=2&a[y]=1&a[x]=0'))).toBe(canonical(parseForm('a[x]=0&a[y]=1&b=2')));
  expect(canonical(parseForm('a[0]=1&a[1]=2'))).not.toBe(canonical(parseForm('a[0]=2&a[1]=1')));
});
