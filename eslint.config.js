import { defineConfig, globalIgnores } from 'eslint/config';
import litPlugin from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wcConfigs } from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import fairwell from './tools/lint/src/index.ts';

const typescript = ['**/*.{ts,tsx}'];
const tests = ['**/*.test.{ts,tsx}', '**/{e2e,test,testing}/**/*.ts'];
/** Read by their tool before any package is built, and by no tsconfig.json. */
const settings = ['**/*.config.{ts,js}', '.storybook/**/*.ts'];
/** Everything that renders Lit templates. */
const templates = ['packages/elements/**/*.ts', 'tools/browser/**/*.ts'];

const unsafeHtml =
  'No raw HTML: it breaks Trusted Types, and a customer value in it could run. Render a template.';
const inlineStyle =
  'No inline style: a strict content security policy drops it. Use the static styles, a part, a custom state or a token.';

const forbiddenSyntax = [
  {
    selector:
      ':matches(MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/], CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/])',
    message: unsafeHtml,
  },
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\.(innerHTML|outerHTML)\\s*=/]',
    message: unsafeHtml,
  },
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/<style[\\s>]|\\sstyle\\s*=/]',
    message: inlineStyle,
  },
];

const forbiddenDirectives = [
  {
    group: ['lit/directives/unsafe-html.js', 'lit/directives/unsafe-svg.js', 'lit/static-html.js'],
    message: unsafeHtml,
  },
  { group: ['lit/directives/style-map.js'], message: inlineStyle },
];

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/.data/',
    '**/coverage/',
    '**/storybook-static/',
    '**/test-results/',
    '.nx/',
  ]),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { fairwell },
    rules: {
      'fairwell/disable-needs-reason': 'error',
      'fairwell/import-boundaries': 'error',
      eqeqeq: 'error',
      'max-lines': ['error', 400],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...forbiddenSyntax],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
    },
  },
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': 'allow-with-description' },
      ],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // A map of types (events, tags) that grows by declaration merging begins as a bare heir.
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      // Spreading a string counts its code points, which is what a text limit means.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // A parameter that stands once in a signature may still tie together what a callback is given.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // A host's handler may answer with something or with nothing: Promise<Result | void>.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // An interface that promises a promise is often kept without a wait.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: templates,
    extends: [litPlugin.configs['flat/recommended'], wcConfigs['flat/best-practice']],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      'lit/lifecycle-super': 'error',
      'lit/prefer-static-styles': 'error',
      'wc/define-tag-after-class-definition': 'error',
      // Lit binds the listeners of a template to their element.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['packages/elements/src/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-imports': ['error', { patterns: forbiddenDirectives }],
      'no-restricted-syntax': [
        'error',
        ...forbiddenSyntax,
        {
          selector: 'PropertyDefinition:has(> Decorator) > Identifier.key[name=/^on[A-Z]/]',
          message:
            'Frameworks take a property that begins with "on" for a listener: dispatch an event, or name it handle….',
        },
        {
          selector:
            'PropertyDefinition[value.raw="true"] > Decorator Property[key.name="type"][value.name="Boolean"]',
          message: 'HTML cannot switch off what is on by default: name the opposite.',
        },
        {
          selector:
            'TaggedTemplateExpression[tag.name="css"] TemplateElement[value.raw=/((margin|padding|border)-(left|right)\\b|(^|[;{\\s])(left|right)\\s*:|(text-align|float)\\s*:\\s*(left|right))/]',
          message:
            'Physical left and right are wrong in right-to-left languages: use the logical property (margin-inline-start, inset-inline-end, text-align: start…).',
        },
      ],
    },
  },
  {
    files: ['packages/core/src/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-globals': [
        'error',
        ...Object.keys({ ...globals.browser, ...globals.node })
          .filter((name) => !(name in globals['shared-node-browser']))
          .map((name) => ({
            name,
            message:
              'Core runs in browsers, in Node and in workers: take it as an argument, through a port that the caller implements.',
          })),
      ],
    },
  },
  {
    files: tests,
    rules: {
      // The assertions of Chai are properties: expect(x).to.be.true
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // Stencil gives what JSX makes no type.
    files: ['packages/stencil/**/*.tsx'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: settings, extends: [tseslint.configs.disableTypeChecked] },
  {
    // What they depend on is installed elsewhere: each is checked by its framework's own tools.
    files: ['apps/examples/*/**/*.{ts,tsx}'],
    ignores: ['apps/examples/{account,back-end,e2e,harness,table}/**'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    files: ['apps/examples/stencil/**/*.tsx'],
    languageOptions: { parserOptions: { jsxPragma: 'h' } },
  },
);
