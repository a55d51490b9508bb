import type { Subscription } from '@fairwell/contract';
import type { Invoice } from '@fairwell/service';
import type { WallTerms } from '../api.ts';

/** A customer of the sandbox who is there to show one thing. */
export interface Case {
  /** Without `cus_`, which it begins with at the billing provider. */
  id: string;
  name: string;
  /** What there is to see, in a sentence. */
  shows: string;
  /** The file in `flows`, without its ending; the default flow where absent. */
  flow?: string;
  /** Nobody knows who they are until they have entered a code. */
  isSignedOut?: true;
  walls?: Partial<WallTerms>;
  subscriptions: readonly Subscription[];
  invoices?: readonly Invoice[];
}

export interface CaseGroup {
  name: string;
  cases: readonly Case[];
}
