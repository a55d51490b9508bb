import type { WallActionType } from '@fairwell/core';
import { msg } from '../localization/localization.js';

/** What a button says while it does what it does. */
export const progressWords: Record<WallActionType, () => string> = {
  resume: () => msg('Resuming…', { id: 'applyingResume' }),
  pay: () => msg('Paying…', { id: 'applyingPayment' }),
  card: () => msg('Loading…', { id: 'loading' }),
  hosted: () => msg('Loading…', { id: 'loading' }),
  cancel: () => msg('Cancelling…', { id: 'applyingWallCancel' }),
  logOut: () => msg('Logging out…', { id: 'applyingLogout' }),
  support: () => msg('Getting in touch…', { id: 'applyingSupport' }),
};

export function slowWords(): string {
  return msg(
    'This is taking longer than usual. You can wait, or go on for now: what you asked for may still go through.',
    { id: 'wallSlow' },
  );
}
