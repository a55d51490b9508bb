import type { ElementName } from './element-name.ts';

interface Answer {
  readonly event: string;
  readonly type: string;
  readonly part: string;
  readonly meaning: string;
}

const answers: Record<'step' | 'offer', readonly Answer[]> = {
  step: [{ event: 'NextEvent', type: 'fw-next', part: 'primary-button', meaning: 'Go on.' }],
  offer: [
    {
      event: 'AcceptEvent',
      type: 'fw-accept',
      part: 'primary-button',
      meaning: 'Take the offer. Can be vetoed.',
    },
    {
      event: 'DeclineEvent',
      type: 'fw-decline',
      part: 'secondary-button',
      meaning: 'Refuse it and go on.',
    },
  ],
};

/** What its buttons send. */
const answersOf = ({ kind }: ElementName) => answers[kind === 'offer' ? 'offer' : 'step'];

/** What a new element says until somebody writes its words. */
const headingOf = ({ kind }: ElementName) =>
  kind === 'offer' ? 'Would this help?' : 'Before you go';

const list = (parts: readonly string[]) => parts.join(', ');

function stepClass(name: ElementName): string {
  const { className, variable, part, folder } = name;
  return `import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { StepElement } from '../base/step-element.js';
import { NextEvent } from '../events/intents.js';
import { msg } from '../localization/localization.js';
import { ${variable}Styles } from './${folder}.styles.js';

${commentOf(name)}
export class ${className} extends StepElement {
  static override styles: CSSResultGroup = [StepElement.styles, ${variable}Styles];

  protected override readonly kind = '${part}';

  protected override defaultHeader(): string {
    return msg('${headingOf(name)}', { id: '${variable}Header' });
  }

  protected override renderFooter(): TemplateResult {
    return html\`
      \${this.renderButton(
        'primary-button',
        msg('Continue', { id: 'next' }),
        () => new NextEvent(),
      )}
    \`;
  }
}
`;
}

function offerClass(name: ElementName): string {
  const { className, variable, part, folder, type } = name;
  return `import type { ${type} } from '@fairwell/contract';
import type { CSSResultGroup } from 'lit';
import { property } from 'lit/decorators.js';
import { OfferElement } from '../base/offer-element.js';
import { msg } from '../localization/localization.js';
import { ${variable}Styles } from './${folder}.styles.js';

${commentOf(name)}
export class ${className} extends OfferElement {
  static override styles: CSSResultGroup = [OfferElement.styles, ${variable}Styles];

  protected override readonly kind = '${part}';

  @property({ attribute: false }) offer?: ${type} | undefined;

  protected override defaultHeader(): string {
    return msg('${headingOf(name)}', { id: '${variable}Header' });
  }

  protected override acceptLabel(): string {
    return msg('Take this offer', { id: '${variable}Accept' });
  }
}
`;
}

/** The comment on the class, from which manifest, controls, docs and adapters are made. */
function commentOf(name: ElementName): string {
  return `/**
 * @summary One sentence: what the customer sees and decides here.
 * @tag ${name.tag}
 *
${answersOf(name)
  .map(({ event, type, meaning }) => ` * @fires {${event}} ${type} - ${meaning}\n`)
  .join('')} * @fires {BackEvent} fw-back - To the step before.
 *
 * @csspart step - The whole step; also \`${name.part}\`.
 * @csspart ${name.part} - The whole step.
 * @csspart header - Back button, heading and description.
 * @csspart back-button - Leads to the step before.
 * @csspart heading - The step in a line.
 * @csspart description - The text under it.
 * @csspart footer - The buttons.
${answersOf(name)
  .map(({ part, meaning }) => ` * @csspart ${part} - ${meaning}\n`)
  .join('')} */`;
}

function classFile(name: ElementName): string {
  return `${name.kind === 'offer' ? offerClass(name) : stepClass(name)}
declare global {
  interface HTMLElementTagNameMap {
    '${name.tag}': ${name.className};
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
