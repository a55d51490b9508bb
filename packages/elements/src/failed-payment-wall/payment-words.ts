import type { OverdueInvoice, PaymentOverdue } from '@fairwell/contract';
import { formatDate } from '@fairwell/core';
import { msg, str } from '../localization/localization.js';

export function overdueHeading({ attempted }: OverdueInvoice): string {
  return attempted
    ? msg('Your last payment did not go through', { id: 'failedPaymentNotice' })
    : msg('A payment is overdue', { id: 'paymentOverdueNotice' });
}

export function dueWords({ since }: OverdueInvoice, locale: string): string {
  return msg(str`due since ${formatDate(since, locale)}`, { id: 'dueSince' });
}

export function graceWords(hardFrom: string, locale: string): string {
  return msg(
    str`You can go on using everything until ${formatDate(hardFrom, locale)}. Please pay by then.`,
    { id: 'gracePeriod' },
  );
}

/** What cancelling means. */
export function cancelWords(endsAt: string | undefined, locale: string): string {
  return endsAt
    ? msg(
        str`It ends on ${formatDate(endsAt, locale)}. What is overdue now still has to be paid.`,
        { id: 'failedPaymentWallCancelEndsAt' },
      )
    : msg('It ends with the current term. What is overdue now still has to be paid.', {
        id: 'failedPaymentWallCancel',
      });
}

export function canceledWords(endsAt: string | undefined, locale: string): string {
  return endsAt
    ? msg(str`Your subscription is cancelled and ends on ${formatDate(endsAt, locale)}.`, {
        id: 'failedPaymentWallCanceledEndsAt',
      })
    : msg('Your subscription is cancelled and ends with the current term.', {
        id: 'wallCanceled',
      });
}

/** What the provider's own page is for: where it takes no card for us, the invoice is paid there. */
export function hostedLabel(card: PaymentOverdue['card']): string {
  return card === 'none'
    ? msg('Pay on a secure page', { id: 'payHosted' })
    : msg('Change my card on a secure page', { id: 'updateBillingHosted' });
}

export function formFailedWords(): string {
  return msg(
    'The form for your card could not be loaded here. You can give your card on the secure page of our payment provider.',
    { id: 'cardFormFailed' },
  );
}

export function bankFailedWords(): string {
  return msg(
    'Your bank wants you to confirm this payment, and its window could not be opened here.',
    { id: 'bankWindowFailed' },
  );
}
