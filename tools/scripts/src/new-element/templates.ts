import type { ElementName } from './element-name.ts';

interface Answer {
  readonly event: string;
  readonly type: string;
  readonly part: string;
  readonly label: string;
  readonly id: string;
  readonly meaning: string;
}

const onward: Answer = {
  event: 'NextEvent',
  type: 'fw-next',
  part: 'primary-button',
  label: 'Continue',
  id: 'next',
  meaning: 'Go on.',
};
const accept: Answer = {
  event: 'AcceptEvent',
  type: 'fw-accept',
  part: 'primary-button',
  label: 'Take this offer',
  id: 'acceptOffer',
  meaning: 'Take the offer. Can be vetoed.',
};
const decline: Answer = {
  event: 'DeclineEvent',
  type: 'fw-decline',
  part: 'secondary-button',
  label: 'No thanks, continue',
  id: 'declineOffer',
  meaning: 'Refuse it and go on.',
};

/** What its buttons send. */
const answersOf = ({ kind }: ElementName) => (kind === 'offer' ? [accept, decline] : [onward]);

/** What a new element says until somebody writes its words. */
const headingOf = ({ kind }: ElementName) =>
  kind === 'offer' ? 'Would this help?' : 'Before you go';

const list = (parts: readonly string[]) => parts.join(', ');

function classFile(name: ElementName): string {
  const { className, variable, tag, part, kind, type, folder } = name;
  const answers = answersOf(name);
  const isOffer = kind === 'offer';
  const buttons = answers
    .map(
      ({ part, label, id, event }) =>
        `\${this.renderButton('${part}', msg('${label}', { id: '${id}' }), () => new ${event}())}`,
    )
    .join('\n      ');
  return `${isOffer ? `import type { ${type}, Subscription } from '@fairwell/contract';\n` : ''}import { html, type CSSResultGroup, type TemplateResult } from 'lit';
${isOffer ? "import { property } from 'lit/decorators.js';\n" : ''}import { StepElement } from '../base/step-element.js';
import { ${list(answers.map(({ event }) => event))} } from '../events/intents.js';
import { msg } from '../localization/localization.js';
import { ${variable}Styles } from './${folder}.styles.js';

/**
 * @summary One sentence: what the customer sees and decides here.
 * @tag ${tag}
 *
${answers.map(({ event, type, meaning }) => ` * @fires {${event}} ${type} - ${meaning}\n`).join('')} * @fires {BackEvent} fw-back - To the step before.
 *
 * @csspart step - The whole step; also \`${part}\`.
 * @csspart ${part} - The whole step.
 * @csspart header - Back button, heading and description.
 * @csspart back-button - Leads to the step before.
 * @csspart heading - The step in a line.
 * @csspart description - The text under it.
 * @csspart footer - The buttons.
${answers.map(({ part, meaning }) => ` * @csspart ${part} - ${meaning}\n`).join('')} */
export class ${className} extends StepElement {
  static override styles: CSSResultGroup = [StepElement.styles, ${variable}Styles];

  protected override readonly kind = '${part}';
${
  isOffer
    ? `
  @property({ attribute: false }) offer?: ${type} | undefined;

  /** The subscription that it would change. */
  @property({ attribute: false }) subscription?: Subscription | undefined;
`
    : ''
}
  protected override defaultHeader(): string {
    return msg('${headingOf(name)}', { id: '${variable}Header' });
  }

  protected override renderFooter(): TemplateResult {
    return html\`
      ${buttons}
    \`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    '${tag}': ${className};
  }
}
`;
}

function stylesFile({ variable }: ElementName): string {
  return `import { css } from 'lit';

/** What the shared styles of a step do not do; by part, with tokens, in logical properties. */
export const ${variable}Styles = css\`\`;
`;
}

function storiesFile(name: ElementName): string {
  const { className, folder, tag, title } = name;
  const answers = answersOf(name);
  const types = list(answers.map(({ type }) => `'${type}'`));
  return `import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import '../define/${folder}.js';
import { element, part, recorded } from '../testing/shadow.js';
import type { ${className} } from './${folder}.js';

const meta: Meta<${className}> = {
  title: '${title}',
  component: '${tag}',
};
export default meta;

type Story = StoryObj<${className}>;

export const Default: Story = {
  async play({ canvasElement }) {
    const shown = element(canvasElement, '${tag}');
    const events = recorded(shown, ${types});
${answers.map(({ part }) => `    await userEvent.click(part(shown, '${part}'));\n`).join('')}    await expect(events.map(({ type }) => type)).toEqual([${types}]);
  },
};

export const WithWayBack: Story = { args: { canGoBack: true } };

export const Busy: Story = { args: { busy: true } };
`;
}

function testFile(name: ElementName): string {
  const { className, folder, tag } = name;
  const answers = answersOf(name);
  const types = list(answers.map(({ type }) => `'${type}'`));
  const presses = answers.map(({ part }) => `    part(element, '${part}').click();\n`).join('');
  return `import { expect, fixture, html } from '@open-wc/testing';
import { describe, it } from 'vitest';
import '../define/${folder}.js';
import { expectAccessible } from '../testing/accessible.js';
import { part, recorded, words } from '../testing/shadow.js';
import type { ${className} } from './${folder}.js';

async function shown(properties: Partial<${className}> = {}): Promise<${className}> {
  const element = await fixture<${className}>(html\`<${tag}></${tag}>\`);
  Object.assign(element, properties);
  await element.updateComplete;
  return element;
}

describe('${tag}', () => {
  it('has a heading of its own when none is given', async () => {
    expect(words(part(await shown(), 'heading'))).to.equal('${headingOf(name)}');
    expect(words(part(await shown({ header: 'Wait' }), 'heading'))).to.equal('Wait');
  });

  it('sends the answer', async () => {
    const element = await shown();
    const events = recorded(element, ${types});
${presses}    expect(events.map(({ type }) => type)).to.deep.equal([${types}]);
  });

  it('sends nothing while something is in flight', async () => {
    const element = await shown({ busy: true });
    const events = recorded(element, ${types});
${presses}    expect(events).to.have.length(0);
  });

  it('is accessible in every state', async () => {
    await expectAccessible(await shown());
    await expectAccessible(await shown({ canGoBack: true }));
    await expectAccessible(await shown({ busy: true }));
  });
});
`;
}

function defineFile({ className, folder, tag }: ElementName): string {
  return `import { ${className} } from '../${folder}/${folder}.js';
import { define } from './define.js';

define('${tag}', ${className});
`;
}

/** The files of a new element, by their path in the package's `src`. */
export function filesOf(name: ElementName): Record<string, string> {
  const { folder } = name;
  return {
    [`${folder}/${folder}.ts`]: classFile(name),
    [`${folder}/${folder}.styles.ts`]: stylesFile(name),
    [`${folder}/${folder}.stories.ts`]: storiesFile(name),
    [`${folder}/${folder}.test.ts`]: testFile(name),
    [`define/${folder}.ts`]: defineFile(name),
  };
}

/** The line by which the package exports the class. */
export function exportOf({ className, folder }: ElementName): string {
  return `export { ${className} } from './${folder}/${folder}.js';\n`;
}
