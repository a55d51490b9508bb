import { expect, it } from 'vitest';
import { countCharacters } from './characters.js';

it.each([
  ['', 0],
  ['Pause', 5],
  ['\u{1F44B}\u{1F3FD}', 1],
  ['\u{1F469}\u200D\u{1F469}\u200D\u{1F467}', 1],
  ['Cafe\u0301', 4],
  ['नमस्ते', 3],
])('counts %s as a person does', (text, count) => {
  expect(countCharacters(text)).toBe(count);
});
