import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../test/manifest.ts';
import { readManifest } from '../read-manifest.ts';
import { compileAngular } from './compile-angular.ts';
import { emitAngular } from './emit-angular.ts';

const tsconfig = fileURLToPath(
  new URL('../../test/fixture/tsconfig.angular.json', import.meta.url),
);

const right = {
  everything: `<fw-greeting-step [people]="people" greeting="Hello" [busy]="true" canGoBack
    id="greeting" class="wide" aria-label="Greeting" [hidden]="false" lang="de"
    (next)="heard = $event.detail.result"
    (planChange)="words = $event.detail.priceId"
    (click)="words = step().element.people[0]?.name"
  >Hello<p slot="footer-note">Note</p></fw-greeting-step>`,
  'our event in place of the native one': `<fw-greeting-step (select)="words = $event.detail.id" />`,
  'nothing, where nothing is known yet': `<fw-greeting-step [people]="undefined" [busy]="undefined" />`,
  'an element without events': `<fw-quiet-step busy />`,
};

const wrong = {
  'an unknown property': `<fw-greeting-step [peoples]="[]" />`,
  'a wrong value': `<fw-greeting-step people="Ada" />`,
  'a wrong flag': `<fw-greeting-step busy="yes" />`,
  'a property that can only be read': `<fw-greeting-step [count]="2" />`,
  'a property of the base class library': `<fw-greeting-step [renderRoot]="null" />`,
  'an unknown event': `<fw-greeting-step (decline)="words = $event.detail" />`,
  'a wrong event': `<fw-greeting-step (next)="words = $event.key" />`,
  'a wrong detail': `<fw-greeting-step (planChange)="words = $event.detail.resumesAt" />`,
  'what the element behind it has not': `<fw-greeting-step (next)="words = step().element.value" />`,
  'an unknown tag': `<fw-greetings-step />`,
};

const files = (snippets: Record<string, string>) =>
  Object.entries(snippets).map(
    ([title, template]) =>
      [
        `${title}.ts`,
        `import { Component, viewChild } from '@angular/core';
import { GreetingStep, QuietStep } from './generated/index.js';
@Component({
  selector: 'app-page',
  imports: [GreetingStep, QuietStep],
  template: \`${template}<fw-quiet-step /><fw-greeting-step />\`,
})
export class Page {
  readonly step = viewChild.required(GreetingStep);
  people = [{ name: 'Ada' }];
  words: string | undefined;
  heard: unknown;
}`,
      ] as const,
  );

describe('the Angular directives', async () => {
  const emitted = emitAngular(readManifest(await analyze('fixture')));
  const generated = [...emitted].map(([name, text]) => [`generated/${name}`, text] as const);
  const objections = compileAngular(
    tsconfig,
    new Map([...generated, ...files(right), ...files(wrong)]),
  );

  it('compile against the classes', () => {
    for (const [path] of generated) expect(objections.get(path), path).toEqual([]);
  });

  it.each(Object.keys(right))('take %s', (title) => {
    expect(objections.get(`${title}.ts`)).toEqual([]);
  });

  it.each(Object.keys(wrong))('refuse %s', (title) => {
    expect(objections.get(`${title}.ts`)).toHaveLength(1);
  });

  it('carry the docs over', () => {
    const text = emitted.get('greeting-step.ts');
    for (const words of [
      'Greets people.',
      'Whom to greet, in this order.',
      'A person was picked.',
      'Slot `footer-note`: Stands under the people.',
    ])
      expect(text).toContain(words);
  });

  it('can be left out one by one: the index only passes on', () => {
    expect(emitted.get('index.ts')?.match(/^(?!\/\/|export \* from).+$/m)).toBeNull();
    expect([...emitted.keys()].sort()).toEqual([
      'element.ts',
      'greeting-step.ts',
      'index.ts',
      'quiet-step.ts',
      'value-accessor.ts',
    ]);
  });
});
