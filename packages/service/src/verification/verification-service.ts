import { randomBytes } from 'node:crypto';
import type { Mode, Verification } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import type { Identity } from '../auth/identify.js';
import type { BillingProvider } from '../billing/provider.js';
import type { Mailer } from '../mail/mailer.js';
import type { VerificationRow } from '../storage/schema.js';
import { codeMailText, type CodeMailTexts } from './code-mail-texts.js';
import { codeMail } from './code-mail.js';
import { codeHash, isCode, makeCode } from './code.js';
import { fetchCustomerData, type CustomerData } from './customer-data.js';
import { findCustomer } from './find-customer.js';
import { codeLifetime, type VerificationStore } from './verification-store.js';

/** Marks the credentials that a right code is answered with. */
export const verifiedPrefix = 'verified_';

interface Logger {
  error(details: object, message: string): void;
}

export interface VerificationServiceOptions {
  store: VerificationStore;
  mailer: Pick<Mailer, 'send'>;
  secrets: readonly string[];
  /** Subject of the mail in every language; our own when absent. */
  subject: string | undefined;
  /** In place of our own. */
  texts: CodeMailTexts;
  /** The host's own source of data about a customer, and the key that signs what it is asked. */
  customerData: { endpoint: string; apiKey: string } | undefined;
  providerFor: (mode: Mode, preview: boolean) => BillingProvider | undefined;
  log: Logger;
}

function shown({ id, expires_at, resend_after }: VerificationRow): Verification {
  return {
    id,
    expiresAt: expires_at.toISOString(),
    resendAfter: resend_after.toISOString(),
  };
}

function tooMany(): FairwellError {
  return new FairwellError('rate_limited', 'Wait before you ask for another code');
}

function over(): FairwellError {
  return new FairwellError('code_expired', 'This code is over; ask for a new one');
}

/**
 * Makes sure by a mailed code that a visitor reads the mail of a customer. Everything that depends
 * on whether the address is known happens after the answer, so that the answer does not tell.
 */
export class VerificationService {
  readonly #options: VerificationServiceOptions;
  readonly #underway = new Set<Promise<void>>();

  constructor(options: VerificationServiceOptions) {
    this.#options = options;
  }

  /**
   * @param locale BCP 47: the language of the mail.
   * @throws {FairwellError} `rate_limited` if there were too many codes for this address.
   */
  async request(email: string, mode: Mode, locale: string | undefined): Promise<Verification> {
    const { store, secrets } = this.#options;
    const id = `vrf_${randomBytes(16).toString('base64url')}`;
    const code = makeCode();
    const row = await store.open({
      id,
      mode,
      email,
      locale,
      codeHash: codeHash(id, code, secrets),
    });
    if (!row) throw tooMany();
    this.#afterwards(id, () => this.#deliver(row, code));
    return shown(row);
  }

  /** @throws {FairwellError} `rate_limited` if it is too early, `code_expired` if it is over. */
  async resend(id: string): Promise<Verification> {
    const { store, secrets } = this.#options;
    const code = makeCode();
    const row = await store.renew(id, codeHash(id, code, secrets));
    if (row === 'wait') throw tooMany();
    if (row === 'over') throw over();
    this.#afterwards(id, () => this.#deliver(row, code));
    return shown(row);
  }

  /**
   * Answers a right code with a credential that starts one session.
   * @throws {FairwellError} `code_invalid`, or `code_expired` if no other guess is allowed either.
   */
  async verify(id: string, code: string): Promise<string> {
    const { store, secrets } = this.#options;
    const row = await store.attempt(id);
    if (!row) throw over();
    const isRight = isCode(code, row, secrets);
    // For an address that nobody has, even the right guess is wrong.
    if (!isRight || row.customer_id === null)
      throw new FairwellError('code_invalid', 'This is not the code that was sent');
    if (!(await store.useUp(row))) throw over();
    const data = await this.#dataOf(row.customer_id, id);
    const credential = `${verifiedPrefix}${randomBytes(32).toString('base64url')}`;
    await store.grant(id, credential, {
      customerId: data.customerId ?? row.customer_id,
      subscriptionId: data.subscriptionId,
      attributes: data.customerAttributes,
    });
    return credential;
  }

  /**
   * Does what a credential is good for, once. It stays good if that fails.
   * @throws {FairwellError} if it is not good, or what the work throws.
   */
  async redeem<T>(credential: string, work: (identity: Identity) => Promise<T>): Promise<T> {
    const { store } = this.#options;
    const row = await store.redeem(credential);
    if (!row?.customer_id) {
      if (await store.isKnown(credential))
        throw new FairwellError('token_expired', 'The credential was used, or is too old');
      throw new FairwellError('token_invalid', 'The credential is not valid');
    }
    const { id, customer_id: customerId, subscription_id, mode, attributes } = row;
    try {
      const subscriptionId = subscription_id ?? undefined;
      return await work({ customerId, subscriptionId, mode, attributes: attributes ?? undefined });
    } catch (error) {
      await store.giveBack(id);
      throw error;
    }
  }

  /** Resolves once nothing is in progress. */
  async drain(): Promise<void> {
    while (this.#underway.size > 0) await Promise.allSettled(this.#underway);
  }

  #afterwards(id: string, work: () => Promise<void>): void {
    const done = work().catch((err: unknown) => {
      this.#options.log.error({ err, verification: id }, 'no code was mailed');
    });
    this.#underway.add(done);
    void done.finally(() => this.#underway.delete(done));
  }

  async #deliver({ id, mode, email, locale }: VerificationRow, code: string): Promise<void> {
    const { store, mailer, providerFor, subject, texts } = this.#options;
    const provider = providerFor(mode, false);
    const customer = provider && (await findCustomer(email, provider));
    if (customer?.email !== undefined) {
      await store.assign(id, customer.id);
      // To the address as the provider has it, not as somebody typed it.
      await mailer.send(
        codeMail(
          { to: customer.email, code, minutes: codeLifetime / 60_000 },
          codeMailText(locale, texts, subject),
        ),
      );
    }
    await store.forgetOld();
  }

  /** What the host adds. Without its answer the customer goes on all the same. */
  async #dataOf(customerId: string, id: string): Promise<CustomerData> {
    const { customerData, log } = this.#options;
    if (!customerData) return {};
    try {
      return await fetchCustomerData(customerData.endpoint, customerId, customerData.apiKey);
    } catch (err) {
      log.error({ err, verification: id }, 'the customer data endpoint did not answer');
      return {};
    }
  }
}
