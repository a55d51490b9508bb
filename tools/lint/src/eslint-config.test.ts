import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The real settings, without the rules that need types: the snippets are in no project. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: defineConfig(tseslint.configs.disableTypeChecked, {
    languageOptions: { parserOptions: { projectService: false } },
    rules: { '@typescript-eslint/no-unused-vars': 'off' },
  }),
});

/** What ESLint says of a snippet that stands in this file, one message a line. */
async function complaints(file: string, code: string): Promise<string> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: `${root}${file}` });
  return (result?.messages ?? []).map((message) => message.message).join('\n');
}

describe('who may import whom', () => {
  const forbidden: [file: string, code: string, message: string][] = [
    [
      'packages/contract/src/flow.ts',
      "import { createCancelFlow } from '@fairwell/core';",
      '@fairwell/contract may not import @fairwell/core. The contract is the wire alone',
    ],
    [
      'packages/core/src/machine.ts',
      "import { Flow } from '@fairwell/contract';",
      'Write "import type"',
    ],
    [
      'packages/core/src/machine.ts',
      "export { Flow } from '@fairwell/contract';",
      'may import only types from @fairwell/contract',
    ],
    [
      'packages/core/src/machine.ts',
      "const flow = import('@fairwell/contract');",
      'may import only types from @fairwell/contract',
    ],
    [
      'packages/core/src/machine.ts',
      "import { html } from 'lit';",
      'Core has no dependency and runs anywhere: take what you need as an argument',
    ],
    [
      'packages/core/src/machine.ts',
      "import { randomUUID } from 'node:crypto';",
      'also runs where there is no Node',
    ],
    [
      'packages/elements/src/survey-step/survey-step.ts',
      "import { readFile } from 'fs/promises';",
      'also runs where there is no Node',
    ],
    [
      'packages/elements/src/survey-step/survey-step.ts',
      "import { fairwell } from '@fairwell/service';",
      'Elements reach a service only through the gateway port of @fairwell/core',
    ],
    [
      'packages/elements/src/survey-step/survey-step.ts',
      "import { CancelButton } from '@fairwell/react';",
      '@fairwell/elements may not import @fairwell/react',
    ],
    [
      'packages/service/src/flows/flows.ts',
      "import type { FlowEvents } from '@fairwell/elements';",
      'The service knows nothing of what is on screen: put shared rules into @fairwell/core',
    ],
    [
      'packages/node/src/session-token.ts',
      "import { eligibility } from '@fairwell/core';",
      '@fairwell/node may not import @fairwell/core',
    ],
    [
      'packages/react/src/provider.ts',
      "import { fairwell } from '@fairwell/service';",
      'An adapter wraps what @fairwell/elements publishes',
    ],
    [
      'packages/service/src/billing/stripe.ts',
      "import { startSimulator } from '@fairwell-tools/stripe-simulator';",
      'Use it in tests alone',
    ],
    [
      'apps/demo/server/main.ts',
      "import { fairwell } from '@fairwell/service/dist/index.js';",
      'Import one of the entry points in its package.json "exports"',
    ],
    [
      'packages/elements/src/survey-step/survey-step.test.ts',
      "import { createCancelFlow } from '@fairwell/core/src/machine.js';",
      'reaches into @fairwell/core',
    ],
    [
      'apps/demo/server/main.ts',
      "import { fairwell } from '../../../packages/service/src/index.ts';",
      'leaves demo. Import the other package by its name',
    ],
  ];
  it.each(forbidden)('%s may not have %s', async (file, code, message) => {
    expect(await complaints(file, code)).toContain(message);
  });

  const allowed: [file: string, code: string][] = [
    ['packages/core/src/machine.ts', "import type { Flow } from '@fairwell/contract';"],
    ['packages/core/src/machine/machine.ts', "import { merge } from '../merge/merge.js';"],
    ['packages/core/src/machine.test.ts', "import fc from 'fast-check';"],
    ['packages/elements/src/a/a.ts', "import { html } from 'lit';"],
    ['packages/elements/src/a/a.ts', "import { createCancelFlow } from '@fairwell/core';"],
    ['packages/elements/src/testing/a.ts', "import { expect } from '@open-wc/testing';"],
    ['packages/elements/vite.config.ts', "import { glob } from 'node:fs/promises';"],
    ['packages/service/src/a/a.ts', "import { verifyToken } from '@fairwell/node';"],
    ['packages/service/src/a/a.ts', "import { Flow } from '@fairwell/contract';"],
    ['packages/service/src/a/a.ts', "import { createHmac } from 'node:crypto';"],
    ['packages/node/src/a.ts', "import { createHmac } from 'node:crypto';"],
    ['packages/react/src/a.ts', "import '@fairwell/elements/survey-step.js';"],
    ['apps/demo/src/a.ts', "import '@fairwell/elements/survey-step.js';"],
    [
      'packages/service/src/billing/stripe.test.ts',
      "import { startSimulator } from '@fairwell-tools/stripe-simulator';",
    ],
  ];
  it.each(allowed)('%s may have %s', async (file, code) => {
    expect(await complaints(file, code)).toBe('');
  });
});

describe('what no file may contain', () => {
  const element = 'packages/elements/src/survey-step/survey-step.ts';
  const forbidden: [what: string, file: string, code: string, message: string][] = [
    ['any', element, 'export let a: any;', 'Unexpected any'],
    ['a non-null assertion', element, 'export const a = globalThis!;', 'non-null assertion'],
    ['@ts-ignore', element, '// @ts-ignore\nexport {};', '@ts-ignore'],
    ['@ts-expect-error alone', element, '// @ts-expect-error\nexport {};', 'Include a description'],
    [
      'a rule switched off without a reason',
      element,
      '// eslint-disable-next-line eqeqeq\nexport const a = 1 == 1;',
      'Say why',
    ],
    [
      'the document in core',
      'packages/core/src/machine.ts',
      'export const title = document.title;',
      'through a port that the caller implements',
    ],
    [
      'a global of Node in core',
      'packages/core/src/machine.ts',
      'export const secret = process.env;',
      'through a port that the caller implements',
    ],
    ['innerHTML', element, "document.body.innerHTML = '';", 'No raw HTML'],
    ['an innerHTML binding', element, "html`<p .innerHTML=${'x'}></p>`;", 'No raw HTML'],
    [
      'unsafeHTML',
      element,
      "import { unsafeHTML } from 'lit/directives/unsafe-html.js';",
      'No raw HTML',
    ],
    [
      'styleMap',
      element,
      "import { styleMap } from 'lit/directives/style-map.js';",
      'No inline style',
    ],
    ['a style attribute', element, 'html`<p style="color: red"></p>`;', 'No inline style'],
    ['a style element', element, 'html`<style>p {}</style>`;', 'No inline style'],
    [
      'a physical side',
      element,
      'export const styles = css`p { margin-left: 4px; }`;',
      'use the logical property',
    ],
    [
      'a property that reads as a listener',
      element,
      'export class A { @property() onCancel = null; }',
      'dispatch an event',
    ],
    [
      'a boolean that is on by default',
      element,
      'export class A { @property({ type: Boolean }) open = true; }',
      'name the opposite',
    ],
    ['an image without a text', element, 'html`<img src="a.png">`;', 'alt'],
  ];
  it.each(forbidden)('%s', async (_, file, code, message) => {
    expect(await complaints(file, code)).toContain(message);
  });
});
