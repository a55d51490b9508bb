import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte2tsx } from 'svelte2tsx';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../test/manifest.ts';
import { compile } from '../compile.ts';
import { readManifest } from '../read-manifest.ts';
import { compileVue } from '../vue/compile-vue.ts';
import { emitJsx } from './emit-jsx.ts';

const tsconfig = fileURLToPath(new URL('../../test/fixture/tsconfig.json', import.meta.url));

/** How one framework writes a tag, and a page around it that compiles. */
interface Dialect {
  readonly listen: (event: string, listener: string) => string;
  readonly set: (property: string, value: string) => string;
  readonly page: (markup: string) => string;
  /** Where it is not the compiler that reads it. */
  readonly compile?: typeof compile;
  readonly ending?: string;
}

function jsx(framework: string, source: string): Dialect['page'] {
  return (markup) => `/** @jsxImportSource ${source} */
import type {} from './types/${framework}.js';
export const snippet = () => ${markup};
`;
}

const set: Dialect['set'] = (property, value) => `${property}={${value}}`;
const listen: Dialect['listen'] = (event, listener) => `on${event}={${listener}}`;

/** Of these the code that svelte2tsx writes knows what it calls. */
const svelteTypes = ['svelte2tsx/svelte-shims-v4.d.ts', 'svelte/svelte-html.d.ts'].map((path) => {
  const [name = '', file = ''] = path.split('/');
  return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), file);
});

/** What svelte-check asks the compiler about a component. */
function svelte(markup: string): string {
  const script = `<script lang="ts">import type {} from './types/svelte.js';</script>`;
  const { code } = svelte2tsx(`${script}\n${markup}`, { isTsFile: true, version: '5.0.0' });
  return [...svelteTypes.map((path) => `/// <reference path="${path}" />`), code].join('\n');
}

const dialects: Record<string, Dialect> = {
  react: { listen, set, page: jsx('react', 'react') },
  preact: { listen, set, page: jsx('preact', 'preact') },
  solid: {
    listen: (event, listener) => `on:${event}={${listener}}`,
    set: (property, value) => `prop:${property}={${value}}`,
    page: jsx('solid', 'solid-js'),
  },
  svelte: { listen, set, page: svelte },
  vue: {
    listen: (event, listener) => `@${event}="${listener}"`,
    set: (property, value) => `:${property}="${value}"`,
    page: (markup) => `<script setup lang="ts">import type {} from './types/vue.js';</script>
<template>${markup}</template>`,
    compile: compileVue,
    ending: 'vue',
  },
};

const step = (...attributes: string[]) =>
  `<fw-greeting-step ${attributes.join(' ')}></fw-greeting-step>`;

const right: Record<string, (dialect: Dialect) => string> = {
  'everything that an element has': ({ set, listen }) =>
    step(
      set('people', "[{ name: 'Ada' }]"),
      set('canGoBack', 'true'),
      listen('fw-next', '(event) => event.detail.result'),
      listen('fw-plan-change', '({ detail }) => detail.priceId.trim()'),
      'id="greeting" slot="custom"',
    ),
  'attributes of HTML': () => step('greeting="Hello" can-go-back'),
  'nothing, where nothing is known yet': ({ set, listen }) =>
    step(set('people', 'undefined'), listen('fw-next', 'undefined')),
  'an element without events': ({ set }) =>
    `<fw-quiet-step ${set('busy', 'false')}></fw-quiet-step>`,
  'tags of HTML': () => '<p title="Hello">Hello</p>',
};

const wrong: Record<string, (dialect: Dialect) => string> = {
  'a wrong value': ({ set }) => step(set('people', "'Ada'")),
  'a wrong value of an attribute': () => step('can-go-back="maybe"'),
  'an unknown property': ({ set }) => step(set('peoples', '[]')),
  'a property that can only be read': ({ set }) => step(set('count', '2')),
  'an event that only another element fires': ({ listen }) =>
    `<fw-quiet-step ${listen('fw-next', '() => undefined')}></fw-quiet-step>`,
  'a wrong event': ({ listen }) => step(listen('fw-next', '(event: KeyboardEvent) => event.key')),
  'a wrong detail': ({ listen }) =>
    step(listen('fw-plan-change', '({ detail }) => detail.resumesAt')),
};

describe.each(Object.entries(dialects))('the tags in %s', async (name, dialect) => {
  const emitted = emitJsx(readManifest(await analyze('fixture')));
  const modules = [...emitted]
    .filter(([file]) => file.endsWith('.d.ts'))
    .map(([file, text]) => [`src/types/${file.replace('.d.ts', '.ts')}`, text] as const);
  const pathOf = (title: string) => `src/${title}.${dialect.ending ?? 'tsx'}`;
  const snippets = Object.entries({ ...right, ...wrong }).map(
    ([title, markup]) => [pathOf(title), dialect.page(markup(dialect))] as const,
  );
  const objections = (dialect.compile ?? compile)(tsconfig, new Map([...modules, ...snippets]));

  it('have types that compile against the classes', () => {
    for (const [path] of modules) expect(objections.get(path), path).toEqual([]);
  });

  it.each(Object.keys(right))('take %s', (title) => {
    expect(objections.get(pathOf(title))).toEqual([]);
  });

  it.each(Object.keys(wrong))('refuse %s', (title) => {
    expect(objections.get(pathOf(title)), name).not.toEqual([]);
  });
});

describe('the modules', async () => {
  const emitted = emitJsx(readManifest(await analyze('fixture')));

  it('can be imported where nobody looks at types', () => {
    for (const name of emitted.keys())
      expect(emitted.has(name.replace('.d.ts', '.js')), name).toBe(true);
  });

  it('carry the docs over', () => {
    for (const words of ['Greets people.', 'Words before the name.', 'A person was picked.'])
      expect(emitted.get('elements.d.ts')).toContain(words);
  });
});
