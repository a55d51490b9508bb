import type { Customer, CustomOffer, CustomStep, Subscription } from '@fairwell/contract';
import type { OfferSelection } from '@fairwell/core';
import { AcceptEvent, BackEvent, DeclineEvent, NextEvent, SkipEvent } from '../events/intents.js';

/** What a custom step or offer is about. */
interface Subject {
  /** The step, where it is one; its `properties` are the flow's. */
  readonly step?: CustomStep | undefined;
  /** The offer, where it is one. */
  readonly offer?: CustomOffer | undefined;
  /** The subscription that an offer would change. */
  readonly subscription?: Subscription | undefined;
  /** Who is leaving. */
  readonly customer?: Customer | undefined;
}

/** How a custom step or offer answers. */
interface Answers {
  /** Goes on from a step; `result` is its answer, as JSON. */
  readonly next: (result?: unknown) => void;
  /** Goes on from a step without an answer. */
  readonly skip: () => void;
  readonly back: () => void;
  /** Takes an offer. */
  readonly accept: (selection?: OfferSelection) => void;
  /** Refuses an offer. */
  readonly decline: () => void;
}

/** What a custom step or offer is about, and how it answers. */
export interface CustomStepContext extends Subject, Answers {}

/** A custom step on the screen. */
export interface CustomStepView {
  /** It is about something else now. */
  update(context: CustomStepContext): void;
  /** It goes off the screen. */
  remove(): void;
}

/** Draws a custom step into `host`, an empty element in the page's own tree. */
export type DrawCustomStep = (host: HTMLElement, context: CustomStepContext) => CustomStepView;

/** How the tags that were defined here are drawn. */
const drawings = new Map<string, DrawCustomStep>();

function createClass(tag: string): CustomElementConstructor {
  return class extends HTMLElement implements Subject {
    #subject: Subject = {};
    #view: CustomStepView | undefined;
    readonly #answers: Answers = {
      next: (result) => this.dispatchEvent(new NextEvent(result)),
      skip: () => this.dispatchEvent(new SkipEvent()),
      back: () => this.dispatchEvent(new BackEvent()),
      accept: (selection) => this.dispatchEvent(new AcceptEvent(selection)),
      decline: () => this.dispatchEvent(new DeclineEvent()),
    };

    set step(step: CustomStep | undefined) {
      this.#tell({ step });
    }
    set offer(offer: CustomOffer | undefined) {
      this.#tell({ offer });
    }
    set subscription(subscription: Subscription | undefined) {
      this.#tell({ subscription });
    }
    set customer(customer: Customer | undefined) {
      this.#tell({ customer });
    }

    connectedCallback(): void {
      this.#view ??= drawings.get(tag)?.(this, this.#context);
    }

    disconnectedCallback(): void {
      this.#view?.remove();
      this.#view = undefined;
    }

    get #context(): CustomStepContext {
      return { ...this.#subject, ...this.#answers };
    }

    #tell(subject: Subject): void {
      this.#subject = { ...this.#subject, ...subject };
      this.#view?.update(this.#context);
    }
  };
}

/**
 * Registers an element for custom steps and offers that something draws which is no custom element: a
 * component of a framework. Called again for the same tag it replaces how that is drawn from then
 * on. On a server it does nothing.
 * @param tag Of the element, as a flow names it: lower case, with a hyphen.
 * @throws {TypeError} If the tag is somebody else's.
 */
export function defineCustomStep(tag: string, draw: DrawCustomStep): void {
  // Lit brings a registry to a server, but nothing to register.
  if (!('document' in globalThis)) return;
  if (!drawings.has(tag) && customElements.get(tag))
    throw new TypeError(
      `<${tag}> is registered already: choose another tag for the custom step, or define it once.`,
    );
  if (!drawings.has(tag)) customElements.define(tag, createClass(tag));
  drawings.set(tag, draw);
}
