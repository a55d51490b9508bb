import {
  createVerification,
  type EmailVerification,
  type VerificationOptions,
} from '@fairwell/core';
import '../define/email-step.js';
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

  /** @param onChange called when there is something else to show, and at first. */
  constructor(options: VerificationOptions, onChange: () => void) {
    const verification = createVerification(options);
    this.#verification = verification;
    this.credential = new Promise((resolve) => {
      verification.subscribe((state) => {
        if (state.stage === 'verified') resolve(state.session);
        else onChange();
      });
    });
    onChange();
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
