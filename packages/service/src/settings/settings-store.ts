import type { Mode, Settings, SettingsChanges, StoredSettings } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import type { Database } from '../storage/database.js';

/** The one place that says which settings are in force. */
export class SettingsStore {
  readonly #query: Database['query'];
  readonly #configured: Settings;
  readonly #now: () => Date;

  /** @param configured Those that the service was started with. */
  constructor({ query }: Pick<Database, 'query'>, configured: Settings, now: () => Date) {
    this.#query = query;
    this.#configured = configured;
    this.#now = now;
  }

  async inForce(mode: Mode): Promise<Settings> {
    return (await this.read(mode)).settings;
  }

  async read(mode: Mode): Promise<StoredSettings> {
    const stored = await this.#query
      .selectFrom('settings')
      .select(['changes', 'revision'])
      .where('mode', '=', mode)
      .executeTakeFirst();
    return this.#answer(stored?.changes ?? {}, stored?.revision ?? 0);
  }

  /** @throws {FairwellError} `conflict` if somebody has changed them since they were read. */
  async write(mode: Mode, changes: SettingsChanges, revision: number): Promise<StoredSettings> {
    const next = {
      changes: JSON.stringify(changes),
      revision: revision + 1,
      updated_at: this.#now(),
    };
    const written =
      revision === 0
        ? await this.#query
            .insertInto('settings')
            .values({ mode, ...next })
            .onConflict((conflict) => conflict.doNothing())
            .returning('revision')
            .executeTakeFirst()
        : await this.#query
            .updateTable('settings')
            .set(next)
            .where('mode', '=', mode)
            .where('revision', '=', revision)
            .returning('revision')
            .executeTakeFirst();
    if (!written)
      throw new FairwellError('conflict', 'The settings have been changed since they were read', {
        field: 'revision',
      });
    return this.#answer(changes, next.revision);
  }

  #answer(changes: SettingsChanges, revision: number): StoredSettings {
    return { settings: { ...this.#configured, ...changes }, changes, revision };
  }
}
