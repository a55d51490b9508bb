import { describe, expect, it } from 'vitest';
import { analyze } from '../test/manifest.ts';
import { ManifestError, readManifest } from './read-manifest.ts';

describe('a manifest of the analyzer', async () => {
  const [greeting, quiet, ...others] = readManifest(await analyze('fixture'));

  it('gives the elements by tag, each with its class and the module that registers it', () => {
    expect(others).toEqual([]);
    expect(greeting).toMatchObject({
      tag: 'fw-greeting-step',
      className: 'GreetingStepElement',
      module: '@fairwell/elements/greeting-step.js',
      summary: 'Greets people.',
      description: 'Stands in for any step.',
    });
    expect(quiet?.tag).toBe('fw-quiet-step');
  });

  it('gives what a host may set, inherited or not, and nothing else', () => {
    expect(greeting?.properties).toEqual([
      {
        name: 'people',
        type: 'readonly Person[]',
        default: '[]',
        attribute: undefined,
        description: 'Whom to greet, in this order.',
      },
      expect.objectContaining({ name: 'greeting', default: undefined, attribute: 'greeting' }),
      expect.objectContaining({ name: 'tone' }),
      expect.objectContaining({ name: 'busy', type: 'boolean' }),
      expect.objectContaining({ name: 'canGoBack', attribute: 'can-go-back' }),
    ]);
    expect(quiet?.properties.map(({ name }) => name)).toEqual(['busy', 'canGoBack']);
  });

  it('gives the events of the doc comment, with their classes', () => {
    expect(greeting?.events).toEqual([
      { name: 'fw-next', type: 'NextEvent', className: 'NextEvent', description: 'Go on.' },
      expect.objectContaining({ name: 'fw-select', className: 'SelectEvent' }),
      expect.objectContaining({
        name: 'fw-plan-change',
        type: "OutcomeEvent<'planChange'>",
        className: 'OutcomeEvent',
      }),
    ]);
    expect(quiet?.events).toEqual([]);
  });

  it('gives the slots, the default one without a name', () => {
    expect(greeting?.slots).toEqual([
      { name: '', description: 'The greeting.' },
      { name: 'footer-note', description: 'Stands under the people.' },
    ]);
  });
});

describe('what a page styles', async () => {
  const [greeting] = readManifest(await analyze('fixture'));

  it('are parts and custom properties', () => {
    expect(greeting?.parts).toEqual([{ name: 'step', description: 'The whole step.' }]);
    expect(greeting?.customProperties).toEqual([
      { name: '--fw-greeting-size', default: '2em', description: 'How loud it is.' },
      { name: '--fw-color-text', default: undefined, description: 'Text.' },
    ]);
  });
});

describe('a manifest that lacks something', () => {
  it('is refused with everything that is missing, and what to write', async () => {
    const manifest = await analyze('faulty');
    const thrown = (() => {
      try {
        return readManifest(manifest);
      } catch (error) {
        return error;
      }
    })();
    expect(thrown).toBeInstanceOf(ManifestError);
    expect((thrown as ManifestError).problems).toEqual([
      '<fw-faulty-step> is registered by no module: write src/define/faulty-step.ts.',
      '<fw-faulty-step> has no @summary in the doc comment of FaultyStepElement.',
      '<fw-faulty-step> has the property onNext: frameworks take what begins with "on" for a listener. Fire an event, or name it handle….',
      '<fw-faulty-step> has the property untyped without a type: declare one.',
      '<fw-faulty-step> fires fw-next without a type: write "@fires {NameOfEvent} fw-next - What happened.", with a class that @fairwell/elements exports.',
      '<fw-faulty-step> dispatches SkipEvent, and its doc comment does not say so: write "@fires {SkipEvent} fw-… - What happened.".',
    ]);
  });

  it('is refused when it has no element', () => {
    expect(() => readManifest({ schemaVersion: '1.0.0', modules: [] })).toThrow(/no element/);
  });
});
