import type { CustomOffer, CustomStep } from '@fairwell/contract';
import { expect, fixture, html } from '@open-wc/testing';
import { describe, it } from 'vitest';
import '../define/custom-step.js';
import { customer } from '../testing/samples.js';
import { recorded } from '../testing/shadow.js';
import type { CustomStepElement } from './custom-step.js';
import {
  defineCustomStep,
  type CustomStepContext,
  type DrawCustomStep,
} from './define-custom-step.js';

class TakenElement extends HTMLElement {}
customElements.define('acme-taken', TakenElement);

/** What is drawn by whoever draws, one text for each drawing and update. */
function drawing(prefix = ''): DrawCustomStep & { latest?: CustomStepContext } {
  const draw: DrawCustomStep & { latest?: CustomStepContext } = (host, first) => {
    const update = (context: CustomStepContext): void => {
      draw.latest = context;
      const { step, offer } = context;
      host.textContent = `${prefix}${step?.id ?? offer?.type ?? ''} for ${context.customer?.firstName ?? 'nobody'}`;
    };
    update(first);
    return { update, remove: () => (host.textContent = '') };
  };
  return draw;
}

const step = (tag: string): CustomStep => ({ id: 'score', type: 'custom', tag });

async function shown(properties: Partial<CustomStepElement>): Promise<CustomStepElement> {
  const element = await fixture<CustomStepElement>(html`<fw-custom-step></fw-custom-step>`);
  Object.assign(element, { customer }, properties);
  await element.updateComplete;
  return element;
}

describe('a custom step that a component draws', () => {
  it('is drawn with what it is about, and told what changes', async () => {
    defineCustomStep('acme-score', drawing());
    const element = await shown({ step: step('acme-score') });
    expect(element).to.have.text('score for Ada');
    element.customer = { ...customer, firstName: 'Grace' };
    await element.updateComplete;
    expect(element).to.have.text('score for Grace');
    const own = element.querySelector('acme-score');
    element.remove();
    expect(own).to.have.text('');
  });

  it('answers with the intents of the library', async () => {
    const draw = drawing();
    defineCustomStep('acme-answers', draw);
    const element = await shown({ step: step('acme-answers') });
    const next = recorded(element, 'fw-next');
    const skip = recorded(element, 'fw-skip');
    const back = recorded(element, 'fw-back');
    draw.latest?.next({ mark: 9 });
    draw.latest?.skip();
    draw.latest?.back();
    expect(next.map(({ detail }) => detail.result)).to.deep.equal([{ mark: 9 }]);
    expect([skip.length, back.length]).to.deep.equal([1, 1]);
  });

  it('may be an offer', async () => {
    const draw = drawing();
    const offer: CustomOffer = { type: 'custom', tag: 'acme-gift' };
    defineCustomStep('acme-gift', draw);
    const element = await shown({ offer });
    const accept = recorded(element, 'fw-accept');
    const decline = recorded(element, 'fw-decline');
    expect(element).to.have.text('custom for Ada');
    draw.latest?.accept({ result: 'mug' });
    draw.latest?.decline();
    expect(accept.map(({ detail }) => detail.selection)).to.deep.equal([{ result: 'mug' }]);
    expect(decline).to.have.length(1);
  });

  it('is drawn anew by who defined it last', async () => {
    defineCustomStep('acme-reloaded', drawing('old '));
    defineCustomStep('acme-reloaded', drawing('new '));
    expect(await shown({ step: step('acme-reloaded') })).to.have.text('new score for Ada');
  });

  it('does not take a tag from somebody else', () => {
    expect(() => defineCustomStep('acme-taken', drawing())).to.throw(
      TypeError,
      '<acme-taken> is registered already',
    );
  });
});
