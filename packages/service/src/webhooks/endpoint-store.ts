import { createHash, randomBytes } from 'node:crypto';
import type { Mode } from '@fairwell/contract';
import { createWebhookSecret } from '@fairwell/node';
import { sql } from 'kysely';
import type { Database } from '../storage/database.js';
import type { WebhookEndpointRow } from '../storage/schema.js';

/** Where webhooks go. */
export interface Endpoint {
  id: string;
  url: string;
  /** Each of them signs; the first also signs the body alone. */
  secrets: readonly string[];
}

/** An endpoint that the service was started with, for every mode. */
export interface ConfiguredEndpoint {
  url: string;
  /** `whsec_` and 24 to 64 bytes in base64; several while one is replaced, the newest first. */
  secrets: readonly string[];
}

/** How long the secret before signs too, in milliseconds. */
const rotation = 24 * 60 * 60 * 1000;

function toEndpoint(
  { id, url, secret, previous_secret, previous_until }: WebhookEndpointRow,
  now: Date,
): Endpoint {
  const isInUse = previous_secret !== null && previous_until !== null && previous_until > now;
  return { id, url, secrets: isInUse ? [secret, previous_secret] : [secret] };
}

function fromConfiguration({ url, secrets }: ConfiguredEndpoint): Endpoint {
  const name = createHash('sha256').update(url).digest('base64url').slice(0, 22);
  return { id: `whe_${name}`, url, secrets };
}

/** The endpoints: those the service was started with, and those that were added later, by mode. */
export class EndpointStore {
  readonly #query: Database['query'];
  readonly #now: () => Date;
  readonly #configured: readonly Endpoint[];

  constructor(
    { query }: Pick<Database, 'query'>,
    configured: readonly ConfiguredEndpoint[],
    now: () => Date,
  ) {
    this.#query = query;
    this.#now = now;
    this.#configured = configured.map(fromConfiguration);
  }

  get configured(): readonly Endpoint[] {
    return this.#configured;
  }

  /** Those that were added, oldest first. */
  async stored(mode: Mode): Promise<WebhookEndpointRow[]> {
    return this.#query
      .selectFrom('webhook_endpoints')
      .selectAll()
      .where('mode', '=', mode)
      .orderBy('created_at')
      .execute();
  }

  async all(mode: Mode): Promise<Endpoint[]> {
    const now = this.#now();
    const stored = await this.stored(mode);
    return [...this.#configured, ...stored.map((row) => toEndpoint(row, now))];
  }

  async find(mode: Mode, id: string): Promise<Endpoint | undefined> {
    return (await this.all(mode)).find((endpoint) => endpoint.id === id);
  }

  async add(mode: Mode, url: string): Promise<WebhookEndpointRow> {
    return this.#query
      .insertInto('webhook_endpoints')
      .values({
        id: `whe_${randomBytes(16).toString('base64url')}`,
        mode,
        url,
        secret: createWebhookSecret(),
        created_at: this.#now(),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** Gives an endpoint a new secret; undefined if there is none that was added. */
  async rotate(mode: Mode, id: string): Promise<WebhookEndpointRow | undefined> {
    return this.#query
      .updateTable('webhook_endpoints')
      .set({
        previous_secret: sql<string>`secret`,
        previous_until: new Date(this.#now().getTime() + rotation),
        secret: createWebhookSecret(),
      })
      .where('mode', '=', mode)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst();
  }

  /** False if there is none that was added. */
  async remove(mode: Mode, id: string): Promise<boolean> {
    const { numDeletedRows } = await this.#query
      .deleteFrom('webhook_endpoints')
      .where('mode', '=', mode)
      .where('id', '=', id)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  }
}
