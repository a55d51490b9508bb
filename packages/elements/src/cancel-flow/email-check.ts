import {
  createVerification,
  type EmailVerification,
  type Page,
  type VerificationOptions,
  type VerificationState,
} from '@fairwell/core';
import type { ReactiveElement } from 'lit';
import '../define/email-step.js';
import { StepChangeEvent, type ShownPage } from '../events/observations.js';
import type { IntentDetail, IntentType } from './intents.js';
import type { View } from './views.js';

type Intents = Partial<
  Record<IntentType, (verification: EmailVerification, detail: IntentDetail) => unknown>
>;

const intents: Intents = {
  'fw-write': (verification, { text = '' }) => verification.write(text),
  'fw-next': (verification) => verification.submit(),
  'fw-retry': (verification) => verification.resend(),
  'fw-back': (verification) => verification.changeAddress(),
};

/** Who the customer is, where nobody has said so: they show it by their mail. */
export class EmailCheck {
  readonly #verification: EmailVerification;
  /** Starts their session, once it is known who they are. */
  readonly credential: Promise<string>;

  /** @param page tells what the flow shows, which is the same page for as long as this goes on. */
  constructor(options: VerificationOptions, host: ReactiveElement, page: () => Page | null) {
    const verification = createVerification(options);
    this.#verification = verification;
    const loading = page();
    let shown: ShownPage | null = loading;
    const show = ({ stage }: VerificationState): void => {
      host.requestUpdate();
      const isShown = shown?.kind === 'email' && shown.stage === stage;
      // Whoever has left in the meantime is shown nothing.
      if (isShown || !loading || page() !== loading) return;
      const next: ShownPage = stage === 'verified' ? loading : { kind: 'email', stage };
      host.dispatchEvent(new StepChangeEvent(next, shown));
      shown = next;
    };
    this.credential = new Promise((resolve) => {
      verification.subscribe((state) => {
        show(state);
        if (state.stage === 'verified') resolve(state.session);
      });
    });
    show(verification.state);
  }

  /** The step on show; none when there is nothing left to ask. */
  get view(): View | undefined {
    const { state } = this.#verification;
    if (state.stage === 'verified') return undefined;
    const { issue, error, ...properties } = state;
    return {
      tag: 'fw-email-step',
      id: state.stage,
      properties: { ...properties, problem: issue ?? error },
    };
  }

  carryOut(type: IntentType, detail: IntentDetail): void {
    intents[type]?.(this.#verification, detail);
  }
}
