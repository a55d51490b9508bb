import type { AccessResponse, DataSubject, DeleteResponse, Mode } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import { sql } from 'kysely';
import type { BillingProvider } from '../billing/provider.js';
import { lockCustomer } from '../sessions/settle.js';
import type { Database } from '../storage/database.js';
import { countPlaces, erasePlaces, readPlaces, type Subject } from './places.js';

export interface SubjectServiceOptions {
  database: Pick<Database, 'query'>;
  /** Undefined for a mode that is not configured. */
  providerFor: (mode: Mode, preview: boolean) => BillingProvider | undefined;
}

const inList = (values: readonly string[]) => (values.length > 0 ? [...values] : ['']);
const unique = (values: readonly (string | null | undefined)[]): string[] => [
  ...new Set(values.flatMap((value) => value ?? [])),
];

/** What people may ask about their data. */
export class SubjectService {
  readonly #options: SubjectServiceOptions;

  constructor(options: SubjectServiceOptions) {
    this.#options = options;
  }

  /** @throws {FairwellError} if nobody is named, or the billing provider cannot be asked. */
  async access(mode: Mode, customer: DataSubject): Promise<AccessResponse> {
    const profile = await readPlaces(
      this.#options.database.query,
      await this.#subject(mode, customer),
    );
    const counts = Object.fromEntries(
      Object.entries(profile).map(([name, rows]) => [name, rows.length]),
    );
    return { customer, counts, profile };
  }

  /** @throws {FairwellError} if nobody is named, or the billing provider cannot be asked. */
  async delete(mode: Mode, customer: DataSubject): Promise<DeleteResponse> {
    const subject = await this.#subject(mode, customer);
    return this.#options.database.query.transaction().execute(async (transaction) => {
      for (const customer_id of [...subject.customerIds].sort())
        await lockCustomer(transaction, { mode, customer_id });
      const counts = await countPlaces(transaction, subject);
      const pending = await transaction
        .selectFrom('actions')
        .select('id')
        .where('mode', '=', mode)
        .where('customer_id', 'in', inList(subject.customerIds))
        .where('state', '=', 'pending')
        .forUpdate()
        .executeTakeFirst();
      if (pending)
        return {
          customer,
          deleted: false,
          reasonForRejection: 'An action of this customer is being carried out; try again later.',
          counts,
        };
      await erasePlaces(transaction, subject);
      return {
        customer,
        deleted: true,
        deletedCounts: counts,
        counts: await countPlaces(transaction, subject),
      };
    });
  }

  /** Everybody that the request is about: whoever has the address, and both ids of each. */
  async #subject(mode: Mode, { email, customerId, uid }: DataSubject): Promise<Subject> {
    if (email === undefined && customerId === undefined && uid === undefined)
      throw new FairwellError('invalid_request', 'email, customerId or uid is required', {
        field: 'email',
      });
    const { query } = this.#options.database;
    const emails = email === undefined ? [] : [email.toLowerCase()];
    const atProvider =
      email === undefined
        ? []
        : ((await this.#options.providerFor(mode, false)?.findCustomersByEmail(email)) ?? []);
    const inSessions = await query
      .selectFrom('sessions')
      .select('customer_id')
      .distinct()
      .where('mode', '=', mode)
      .where('email', 'in', inList(emails))
      .execute();
    const named = unique([
      customerId,
      ...atProvider.map(({ id }) => id),
      ...inSessions.map(({ customer_id }) => customer_id),
    ]);
    const profiles = await query
      .selectFrom('customer_profiles')
      .select(['customer_id', 'uid'])
      .where('mode', '=', mode)
      .where((where) =>
        where.or([
          where('customer_id', 'in', inList(named)),
          where('uid', '=', uid ?? ''),
          where(sql<string>`lower(data ->> 'email')`, 'in', inList(emails)),
        ]),
      )
      .execute();
    return {
      mode,
      customerIds: unique([...named, ...profiles.map((profile) => profile.customer_id)]),
      uids: unique([uid, ...profiles.map((profile) => profile.uid)]),
      emails,
    };
  }
}
