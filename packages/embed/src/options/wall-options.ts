import type { CheckFailedPaymentWallOptions, CheckPauseWallOptions } from '@fairwell/elements';
import { accessUses } from './access-options.js';
import type { FailedPaymentWallOptions, PauseWallOptions } from './documented.js';
import { heard, type Uses } from './translate.js';

/** What becomes of every option of a pause wall. */
export const pauseWallUses: Uses<PauseWallOptions, CheckPauseWallOptions> = {
  ...accessUses,
  softWall: { to: (softWall) => ({ softWall }) },
  forceCheck: { to: (forceCheck) => ({ forceCheck }) },
  handleResume: { to: (handleResume) => ({ handlers: { handleResume } }) },
  handleCancel: { to: (handleCancel) => ({ handlers: { handleCancel } }) },
  handleLogout: { to: (handleLogout) => ({ handlers: { handleLogout } }) },
  onPauseWallActivated: heard('fw-pause-wall-activated', (listener) => listener()),
  onResume: heard('fw-resume', (listener, { detail }) => listener(detail.customer)),
  onCancel: heard('fw-cancel', (listener, { detail }) => listener(detail.customer)),
  onPauseWallClose: heard('fw-pause-wall-close', (listener) => listener()),
  onError: heard('fw-error', (listener, { detail: { error, type } }) => listener(error, type)),
};

/** What becomes of every option of a failed-payment wall. */
export const failedPaymentWallUses: Uses<FailedPaymentWallOptions, CheckFailedPaymentWallOptions> =
  {
    ...accessUses,
    softWall: { to: (softWall) => ({ softWall }) },
    forceCheck: { to: (forceCheck) => ({ forceCheck }) },
    gracePeriodDays: { to: (gracePeriodDays) => ({ gracePeriodDays }) },
    ignoreInvoicesWithoutAttempt: {
      to: (ignoreInvoicesWithoutAttempt) => ({ ignoreInvoicesWithoutAttempt }),
    },
    shouldShowFailedPaymentWall: {
      to: (rule) => ({
        shouldShowFailedPaymentWall: ({ amountDue, ...invoice }, customer) =>
          rule({ ...invoice, amountDue: amountDue.value, currency: amountDue.currency }, customer),
      }),
    },
    loadStripe: { to: (loadStripe) => ({ loadStripe }) },
    handleCancel: { to: (handleCancel) => ({ handlers: { handleCancel } }) },
    handleLogout: { to: (handleLogout) => ({ handlers: { handleLogout } }) },
    handleSupportRequest: {
      to: (handleSupportRequest) => ({ handlers: { handleSupportRequest } }),
    },
    onFailedPaymentWallActivated: heard('fw-failed-payment-wall-activated', (listener) =>
      listener(),
    ),
    onUpdatePaymentInformation: heard('fw-update-payment-information', (listener, { detail }) =>
      listener(detail.customer),
    ),
    onFailedPaymentWallClose: heard('fw-failed-payment-wall-close', (listener) => listener()),
    onError: heard('fw-error', (listener, { detail: { error, type } }) => listener(error, type)),
  };
