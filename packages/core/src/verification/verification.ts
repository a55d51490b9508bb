import type {
  Verification,
  VerificationRequest,
  VerifiedCustomer,
  VerifyCodeRequest,
} from '@fairwell/contract';
import { asFairwellError, prospectsAfter } from '../errors.js';
import { post, serviceAddress } from '../gateway/http.js';
import { Emitter } from '../machine/emitter.js';
import type { AskForCode, EmailVerification, VerificationState } from './verification-state.js';

export interface VerificationOptions extends Omit<VerificationRequest, 'email'> {
  /** Where the service is mounted, for example `https://billing.example.com`. */
  serviceUrl: string;
  /** The address to begin with. */
  prefilled?: string | undefined;
  now?: () => Date;
  /** Told of a listener that threw. */
  reportError?: (error: unknown) => void;
}

const codeLength = 6;
const longestEmail = 254;
const quiet = { issue: null, error: null, busy: false } as const;

function isEmail(text: string): boolean {
  return text.length <= longestEmail && /^[^\s@]+@[^\s@]+$/.test(text);
}

class Machine implements EmailVerification {
  readonly #base: string;
  readonly #request: Omit<VerificationRequest, 'email'>;
  readonly #now: () => Date;
  readonly #states: Emitter<VerificationState>;
  /** What the service calls it, once it has mailed a code. */
  #id = '';
  #mailedAt = new Date(0);
  #state: VerificationState;

  constructor({
    serviceUrl,
    prefilled = '',
    now = () => new Date(),
    reportError = (error) => console.error(error),
    ...request
  }: VerificationOptions) {
    this.#base = serviceAddress(serviceUrl, 'verifications');
    this.#request = request;
    this.#now = now;
    this.#states = new Emitter(reportError);
    this.#state = { stage: 'ask', email: prefilled, ...quiet };
  }

  get state(): VerificationState {
    return this.#state;
  }

  subscribe(listener: (state: VerificationState) => void): () => void {
    return this.#states.add(listener);
  }

  write(text: string): void {
    const state = this.#state;
    if (state.stage === 'verified' || state.busy) return;
    if (state.stage === 'ask') this.#set({ ...state, ...quiet, email: text });
    else this.#set({ ...state, ...quiet, code: text.replace(/\D/g, '').slice(0, codeLength) });
  }

  async submit(): Promise<void> {
    const state = this.#state;
    if (state.stage === 'verified' || state.busy) return;
    if (state.stage === 'code') return this.#handIn(state);
    const email = state.email.trim();
    if (isEmail(email)) await this.#ask(() => this.#begin(email));
    else this.#set({ ...state, ...quiet, issue: { code: 'email_invalid' } });
  }

  async resend(): Promise<void> {
    const state = this.#state;
    if (state.stage !== 'code' || state.busy || this.#isEarly(state.resendAt)) return;
    await this.#ask(() => this.#renew(state.email));
  }

  /** A clock that was put back since the mail counts for nothing: then the service alone decides. */
  #isEarly(resendAt: string): boolean {
    const now = this.#now();
    return now >= this.#mailedAt && now < new Date(resendAt);
  }

  changeAddress(): void {
    const state = this.#state;
    if (state.stage === 'code' && !state.busy)
      this.#set({ stage: 'ask', email: state.email, ...quiet });
  }

  async #handIn(state: AskForCode): Promise<void> {
    const { code, email } = state;
    if (code.length < codeLength) {
      this.#set({ ...state, ...quiet, issue: { code: 'code_incomplete' } });
      return;
    }
    await this.#ask(async () => {
      const url = `${this.#base}/${this.#id}/code`;
      const body: VerifyCodeRequest = { code };
      const { session } = await post<VerifiedCustomer>(url, undefined, body);
      return { stage: 'verified', email, session };
    });
  }

  #begin(email: string): Promise<AskForCode> {
    const body: VerificationRequest = { ...this.#request, email };
    return this.#mail(email, this.#base, body);
  }

  /** Another code; where the verification is over, one of a new verification. */
  async #renew(email: string): Promise<AskForCode> {
    try {
      return await this.#mail(email, `${this.#base}/${this.#id}/resend`, {});
    } catch (thrown) {
      if (prospectsAfter(asFairwellError(thrown).code).retry) throw thrown;
      return this.#begin(email);
    }
  }

  /** Has a code mailed. */
  async #mail(email: string, url: string, body: object): Promise<AskForCode> {
    const { id, expiresAt, resendAfter } = await post<Verification>(url, undefined, body);
    this.#id = id;
    this.#mailedAt = this.#now();
    return { stage: 'code', email, code: '', resendAt: resendAfter, expiresAt, ...quiet };
  }

  /** Does one thing, and goes where it leads; where it fails, everything stays as it was. */
  async #ask(request: () => Promise<VerificationState>): Promise<void> {
    const state = this.#state;
    if (state.stage === 'verified') return;
    this.#set({ ...state, ...quiet, busy: true });
    try {
      this.#set(await request());
    } catch (thrown) {
      this.#set({ ...state, ...quiet, error: asFairwellError(thrown) });
    }
  }

  #set(state: VerificationState): void {
    this.#state = state;
    this.#states.emit(state);
  }
}

/** Verifies an address by a code of six digits, which the service mails to it. */
export function createVerification(options: VerificationOptions): EmailVerification {
  return new Machine(options);
}
