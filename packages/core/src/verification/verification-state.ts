import type { FairwellError } from '../errors.js';

/** Why "submit" did not go on; shown at the field and gone with the next input. */
export type VerificationIssue = { code: 'email_invalid' } | { code: 'code_incomplete' };

interface Asking {
  /** The address as it is written; on the code's page the one that the code was mailed to. */
  email: string;
  issue: VerificationIssue | null;
  /** Why the last request failed; gone with the next one, and with the next input. */
  error: FairwellError | null;
  /** A request is in flight; nothing else can be pressed. */
  busy: boolean;
}

export interface AskForEmail extends Asking {
  stage: 'ask';
}

export interface AskForCode extends Asking {
  stage: 'code';
  /** The digits typed so far, at most six. */
  code: string;
  /** No new code before, ISO 8601 UTC. */
  resendAt: string;
  /** The code is good until then, ISO 8601 UTC. */
  expiresAt: string;
}

export interface Verified {
  stage: 'verified';
  email: string;
  /** The credential that starts one session, in place of a session token. */
  session: string;
}

export type VerificationState = AskForEmail | AskForCode | Verified;

/**
 * A customer who is not signed in shows that an address is theirs. Every method may be called at any
 * time; what does not fit the state does nothing.
 */
export interface EmailVerification {
  readonly state: VerificationState;
  /** Calls the listener after every change. Returns a function that stops it. */
  subscribe(listener: (state: VerificationState) => void): () => void;
  /** The address, or the code; of a code only the digits count, so that it can be pasted with its spaces. */
  write(text: string): void;
  /** Asks for a code, or hands it in. */
  submit(): Promise<void>;
  /** Asks for a new code, from `resendAt` on. */
  resend(): Promise<void>;
  /** Back to the address. */
  changeAddress(): void;
}
