import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../test/manifest.ts';
import { compile } from '../compile.ts';
import { readManifest } from '../read-manifest.ts';
import { emitVue } from './emit-vue.ts';

const tsconfig = fileURLToPath(new URL('../../test/fixture/tsconfig.json', import.meta.url));

const right = {
  everything: `<GreetingStep
    people={[{ name: 'Ada' }]} greeting="Hello" busy
    id="greeting" class="wide" aria-label="Greeting" lang="en"
    onNext={(event) => event.detail.result}
    onPlanChange={({ detail }) => detail.priceId.trim()}
    onClick={(event) => event.clientX}
  />`,
  'our event in place of the native one': `<GreetingStep onSelect={({ detail }) => detail.id.trim()} />`,
  'a reference that reaches the element': `(step: InstanceType<typeof GreetingStep>) => step.element?.people[0]?.name`,
  'slots of the element': `({ $slots }: InstanceType<typeof GreetingStep>) => $slots['footer-note']?.()`,
  'nothing, where nothing is known yet': `<GreetingStep people={undefined} onNext={undefined} />`,
  'an element without events': `<QuietStep busy={false} onSelect={(event) => event.currentTarget} />`,
};

const wrong = {
  'an unknown property': `<GreetingStep peoples={[]} />`,
  'a wrong value': `<GreetingStep people="Ada" />`,
  'a property that can only be read': `<GreetingStep count={2} />`,
  'a property of the base class library': `<GreetingStep renderRoot={null} />`,
  'an unknown event': `<GreetingStep onDecline={() => undefined} />`,
  'a wrong event': `<GreetingStep onNext={(event: KeyboardEvent) => event.key} />`,
  'a wrong detail': `<GreetingStep onPlanChange={({ detail }) => detail.resumesAt} />`,
  'a model of a property that nobody edits': `<GreetingStep onUpdate:people={() => undefined} />`,
  'a reference to another element': `(step: InstanceType<typeof GreetingStep>) => step.element?.value`,
  'an unknown slot': `({ $slots }: InstanceType<typeof GreetingStep>) => $slots['footnote']`,
};

const prelude = `/** @jsxImportSource vue */
import { GreetingStep, QuietStep } from './generated/index.js';
export const components = [GreetingStep, QuietStep];
`;

const files = (snippets: Record<string, string>) =>
  Object.entries(snippets).map(
    ([title, jsx]) => [`${title}.tsx`, `${prelude}export const snippet = ${jsx};`] as const,
  );

describe('the Vue wrappers', async () => {
  const emitted = emitVue(readManifest(await analyze('fixture')));
  const generated = [...emitted].map(([name, text]) => [`generated/${name}`, text] as const);
  const objections = compile(tsconfig, new Map([...generated, ...files(right), ...files(wrong)]));

  it('compile against the classes', () => {
    for (const [path] of generated) expect(objections.get(path), path).toEqual([]);
  });

  it.each(Object.keys(right))('take %s', (title) => {
    expect(objections.get(`${title}.tsx`)).toEqual([]);
  });

  it.each(Object.keys(wrong))('refuse %s', (title) => {
    expect(objections.get(`${title}.tsx`)).not.toEqual([]);
  });

  it('carry the docs over', () => {
    const text = emitted.get('greeting-step.ts');
    for (const words of [
      'Greets people.',
      'Whom to greet, in this order.',
      'A person was picked.',
      'Stands under the people.',
    ])
      expect(text).toContain(words);
  });

  it('can be left out one by one: the index only passes on', () => {
    expect(emitted.get('index.ts')?.match(/^(?!\/\/|export {.*} from).+$/m)).toBeNull();
    expect([...emitted.keys()].sort()).toEqual([
      'define-element.ts',
      'greeting-step.ts',
      'index.ts',
      'quiet-step.ts',
    ]);
  });
});
