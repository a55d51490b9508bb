import type { ActionType, SessionResult } from '@fairwell/contract';

/** What a session comes to when an action is carried out. */
export const sessionResults: Record<ActionType, SessionResult> = {
  cancel: 'cancel',
  discount: 'discount',
  pause: 'pause',
  planChange: 'plan_change',
  trialExtension: 'trial_extension',
  contact: 'contact',
  redirect: 'redirect',
  custom: 'custom',
};
