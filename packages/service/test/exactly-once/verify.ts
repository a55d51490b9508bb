import { isDeepStrictEqual } from 'node:util';
import type { Subscription } from '@fairwell/contract';
import { prospectsAfter } from '@fairwell/core';
import { isServiceCode } from '../../src/errors/service-code.js';
import type { Database } from '../../src/index.js';
import type { PlannedStep } from '../../src/billing/changes.js';
import type { ActionRow } from '../../src/storage/schema.js';
import type { Account, Seeded } from './account.js';
import type { Case } from './cases.js';

/** What a page was told under a key. */
export interface Saying {
  key: string;
  sessionId: string | undefined;
  status: number;
  body: unknown;
  code: string | undefined;
}

interface Evidence {
  account: Account;
  database: Database;
  seeded: Seeded;
  before: readonly Subscription[];
  tested: Case;
  sayings: readonly Saying[];
}

function insist(holds: boolean, what: string, ...details: unknown[]): void {
  if (!holds) throw new Error([what, ...details.map((each) => JSON.stringify(each))].join('\n'));
}

function targetOf(step: PlannedStep): string {
  return 'invoiceId' in step ? step.invoiceId : step.subscriptionId;
}

function isMade(step: PlannedStep): boolean {
  return 'invoiceId' in step ? step.paid === true : step.result !== undefined;
}

/**
 * That the provider's state, the ledger and the session agree, that nothing was done twice, and that
 * nobody was told what is not so.
 */
export async function verify(evidence: Evidence): Promise<void> {
  const { database, seeded } = evidence;
  const entries = await database.query
    .selectFrom('actions')
    .selectAll()
    .where('customer_id', '=', seeded.customerId)
    .orderBy('settled_at')
    .execute();
  for (const entry of entries) {
    insist(entry.state !== 'pending', 'An entry is still pending', entry);
    await verifyEntry(entry, entries, evidence);
  }
  await verifyState(entries, evidence);
  await verifySessions(entries, evidence);
  for (const saying of evidence.sayings) verifySaying(saying, entries, evidence);
}

/** What the ledger says of an entry is what the provider did. */
async function verifyEntry(
  entry: ActionRow,
  entries: readonly ActionRow[],
  { account }: Evidence,
): Promise<void> {
  const steps = entry.changes ?? [];
  for (const step of steps) {
    const times = await account.executions(entry.id, targetOf(step));
    insist(times <= 1, 'Something was done twice', entry, times);
    const isApplied = isMade(step) && entry.state === 'applied';
    // At a wall something may have been in place already.
    if (isApplied && entry.session_id !== null)
      insist(times === 1, 'The ledger says it is done, and it is not', entry, step);
    // Stripe does not say under which key a subscription was ended at once.
    const madeByOther = entries.some(
      (other) =>
        other !== entry &&
        other.changes?.some((each) => isMade(each) && targetOf(each) === targetOf(step)),
    );
    if (!isMade(step) && !madeByOther)
      insist(times === 0, 'The ledger says it is not done, and it is', entry, step);
  }
  if (entry.state === 'applied')
    insist(steps.every(isMade), 'An applied entry is not all done', entry);
  else
    insist(
      entry.error_code === 'partly_done' || !steps.some(isMade),
      'A failed entry is done in part, and does not say so',
      entry,
    );
}

/** The provider's own state is what comes of the entries, each counted once. */
async function verifyState(entries: readonly ActionRow[], evidence: Evidence): Promise<void> {
  const { account, seeded, before, tested } = evidence;
  const made = (target: string): number =>
    entries
      .flatMap(({ changes }) => changes ?? [])
      .filter((step) => targetOf(step) === target && isMade(step)).length;
  const after = await account.subscriptions(seeded.customerId);
  for (const was of before) {
    const is = after.find(({ id }) => id === was.id);
    if (!is || !tested.shows) continue;
    const expected = tested.adds ? made(was.id) : Math.min(1, made(was.id));
    insist(
      tested.shows(is, was) === expected,
      `The provider shows ${tested.shows(is, was)} where the ledger knows of ${expected}`,
      is,
      entries,
    );
  }
  for (const invoiceId of seeded.invoiceIds)
    insist(
      (await account.isPaid(invoiceId)) === made(invoiceId) > 0,
      'The provider and the ledger do not agree about an invoice',
      entries,
    );
  for (const entry of entries) {
    const { action, state } = entry;
    if (action.type !== 'wallPay' || state !== 'applied' || action.paymentMethodId === undefined)
      continue;
    const [subscriptionId = ''] = seeded.subscriptionIds;
    insist(
      account.usesCard(seeded.customerId, subscriptionId, action.paymentMethodId) !== false,
      'The invoice is paid, and the card is not the default',
      entry,
    );
  }
}

async function verifySessions(entries: readonly ActionRow[], evidence: Evidence): Promise<void> {
  const sessions = await evidence.database.query
    .selectFrom('sessions')
    .select(['id', 'result', 'accepted_action_id'])
    .where('customer_id', '=', evidence.seeded.customerId)
    .execute();
  for (const session of sessions) {
    const applied = entries.filter(
      ({ session_id, state }) => session_id === session.id && state === 'applied',
    );
    // The clock stands still while several are settled.
    const last = applied.at(-1)?.settled_at?.getTime();
    const latest = applied.filter(({ settled_at }) => settled_at?.getTime() === last);
    const { accepted_action_id: accepted } = session;
    insist(
      (accepted === null) === (applied.length === 0) &&
        (accepted === null || latest.some(({ id }) => id === accepted)) &&
        (session.result !== null) === applied.length > 0,
      'The session and the ledger do not agree',
      session,
      entries,
    );
  }
}

/** Done is done, not done is not done; everything else left it open. */
function verifySaying(saying: Saying, entries: readonly ActionRow[], { sayings }: Evidence): void {
  const { key, sessionId = null, status, code, body } = saying;
  const entry = entries.find((each) => each.key === key && each.session_id === sessionId);
  if (status < 300) {
    const waits =
      typeof body === 'object' && body !== null && 'status' in body && body.status !== 'paid';
    insist(
      waits || entry?.state === 'applied',
      'Told that it is done, and it is not',
      saying,
      entry,
    );
    const answers = sayings
      .filter((each) => each.key === key && each.sessionId === saying.sessionId)
      .filter((each) => each.status < 300)
      .map((each) => each.body);
    insist(
      answers.every((each) => isDeepStrictEqual(each, body)),
      'The same key got two answers',
      answers,
    );
    return;
  }
  insist(code !== undefined && isServiceCode(code), 'An error without a code', saying);
  if (code === undefined || !isServiceCode(code) || !prospectsAfter(code).settled) return;
  insist(entry?.state !== 'applied', 'Told that it is not done, and it is', saying, entry);
}
