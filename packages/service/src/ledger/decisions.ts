import type { Action, ActionResponse } from '@fairwell/contract';
import type { ActionRow, SessionRow } from '../storage/schema.js';

/**
 * What a customer can decide at a wall, or of a cancellation that they take back. Without `subscriptionId` it is about every subscription
 * that the wall stands for.
 */
export type WallAction =
  | { type: 'wallResume'; subscriptionId?: string | undefined }
  | { type: 'wallCancel'; subscriptionId?: string | undefined }
  | { type: 'undoCancel'; subscriptionId?: string | undefined }
  | {
      type: 'wallPay';
      subscriptionId?: string | undefined;
      invoiceId: string;
      paymentMethodId?: string | undefined;
    };
export type WallActionMap = { [A in WallAction as A['type']]: A };

/** Everything that the ledger carries out. */
export type LedgerAction = Action | WallAction;

/** Without an outcome at a wall: what was asked for there is all that can have come of it. */
export type LedgerResponse = Pick<ActionResponse, 'subscriptions'> &
  Partial<Pick<ActionResponse, 'outcome'>>;

/**
 * Where something was decided, and for whom: in a session, or without one at a wall. A key is known
 * within the session, and beyond a wall's token to the customer.
 */
export type Place = Pick<ActionRow, 'session_id' | 'mode' | 'preview' | 'customer_id'>;

export function placeOf({ id, mode, preview, customer_id }: SessionRow): Place {
  return { session_id: id, mode, preview, customer_id };
}

const wallActions: Record<WallAction['type'], true> = {
  wallResume: true,
  wallCancel: true,
  undoCancel: true,
  wallPay: true,
};

export function isWallAction(action: LedgerAction): action is WallAction {
  return Object.hasOwn(wallActions, action.type);
}
