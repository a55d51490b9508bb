import { describe, expect, it } from 'vitest';
import { analyze } from '../../test/manifest.ts';
import { readManifest } from '../read-manifest.ts';
import { emitVsCode } from './emit-vs-code.ts';
import { emitWebTypes } from './emit-web-types.ts';

const parsed = (files: ReadonlyMap<string, string>, name: string): unknown =>
  JSON.parse(files.get(name) ?? '');

describe('the data for editors', async () => {
  const elements = readManifest(await analyze('fixture'));
  const library = { name: '@fairwell/elements', version: '1.2.3' };
  const vsCode = emitVsCode(elements);

  it('tells VS Code the tags, with what HTML can say of them', () => {
    expect(parsed(vsCode, 'vscode.html-custom-data.json')).toEqual({
      version: 1.1,
      tags: [
        {
          name: 'fw-greeting-step',
          description: {
            kind: 'markdown',
            value: expect.stringMatching(
              /Greets people\.[^]*`fw-next`: Go on\.[^]*`default`: The greeting\./,
            ) as string,
          },
          attributes: [
            { name: 'greeting', description: 'Words before the name.' },
            {
              name: 'tone',
              description: 'How it sounds.',
              values: [{ name: 'warm' }, { name: 'cool' }],
            },
            { name: 'busy', description: 'Nothing can be pressed.', valueSet: 'v' },
            { name: 'can-go-back', description: 'Is there a step to go back to.', valueSet: 'v' },
          ],
        },
        expect.objectContaining({ name: 'fw-quiet-step' }),
      ],
    });
  });

  it('tells VS Code what CSS can reach, each once', () => {
    expect(parsed(vsCode, 'vscode.css-custom-data.json')).toEqual({
      version: 1.1,
      properties: [
        { name: '--fw-color-text', description: 'Text.' },
        { name: '--fw-greeting-size', description: 'How loud it is. `2em` by default.' },
      ],
      pseudoElements: [{ name: '::part(step)', description: 'The whole step.' }],
    });
  });

  it('tells the editors of JetBrains of properties and events besides', () => {
    expect(parsed(emitWebTypes(elements, library), 'web-types.json')).toMatchObject({
      name: '@fairwell/elements',
      version: '1.2.3',
      contributions: {
        html: {
          elements: [
            {
              name: 'fw-greeting-step',
              source: { module: '@fairwell/elements', symbol: 'GreetingStepElement' },
              attributes: [
                { name: 'greeting' },
                { name: 'tone', value: { type: "'warm' | 'cool' | undefined" } },
                { name: 'busy', value: { type: 'boolean', required: false } },
                { name: 'can-go-back' },
              ],
              js: {
                properties: [
                  { name: 'people', type: 'readonly Person[]', default: '[]' },
                  { name: 'greeting' },
                  { name: 'tone' },
                  { name: 'busy' },
                  { name: 'canGoBack' },
                ],
                events: [
                  { name: 'fw-next', type: 'NextEvent', description: 'Go on.' },
                  { name: 'fw-select' },
                  { name: 'fw-plan-change' },
                ],
              },
              css: { parts: [{ name: 'step' }] },
            },
            { name: 'fw-quiet-step' },
          ],
        },
        css: { properties: [{ name: '--fw-color-text' }, { name: '--fw-greeting-size' }] },
      },
    });
  });
});
