import type { ErrorCode } from '@fairwell/contract';
import { msg } from '../localization/localization.js';

const offline = (): string =>
  msg(
    'We could not reach our server. Check your connection and try again; nothing will be done twice.',
    { id: 'errorOffline' },
  );
const unsettled = (): string =>
  msg('We did not get an answer in time. Try again; nothing will be done twice.', {
    id: 'errorUnsettled',
  });
const unavailable = (): string =>
  msg('Our billing system is busy right now. Please try again in a minute.', {
    id: 'errorUnavailable',
  });
const declined = (): string =>
  msg('Your payment was declined. Check your payment details and try again.', {
    id: 'errorDeclined',
  });
const refused = (): string =>
  msg('Our billing system refused this, and nothing was changed.', { id: 'errorRefused' });
const offerGone = (): string =>
  msg('This offer is no longer available. Nothing was changed.', { id: 'errorOfferGone' });
const alreadyCanceled = (): string =>
  msg('This subscription is cancelled already. There is nothing left for you to do.', {
    id: 'errorAlreadyCanceled',
  });
const expired = (): string =>
  msg('This took a while, and for your safety we stopped. Reload the page and start again.', {
    id: 'errorExpired',
  });
const unknownPerson = (): string =>
  msg('We could not tell who you are. Sign in again, or contact our support.', {
    id: 'errorIdentity',
  });
const codeInvalid = (): string =>
  msg('That code is not right. Check the six digits in our mail and try again.', {
    id: 'errorCodeInvalid',
  });
const codeExpired = (): string =>
  msg('That code is too old. Ask for a new one.', { id: 'errorCodeExpired' });
const invoiceGone = (): string =>
  msg('This payment is no longer due. Reload the page to see how things stand.', {
    id: 'errorInvoiceGone',
  });
const noSubscription = (): string =>
  msg('We could not find your subscription. Please contact our support.', {
    id: 'errorNoSubscription',
  });
const hostFailed = (): string =>
  msg('Please try again. If it keeps failing, contact our support.', {
    id: 'errorHandler',
  });
const misconfigured = (): string =>
  msg('Something is wrong on our side. Please contact our support.', {
    id: 'genericErrorDescription',
  });

/** What each error means to a customer, and what they can do. */
export const errorWords: Record<ErrorCode, () => string> = {
  network: offline,
  internal: unsettled,
  action_in_flight: unsettled,
  outcome_unknown: unsettled,
  rate_limited: unavailable,
  provider_rate_limited: unavailable,
  provider_unavailable: unavailable,
  payment_declined: declined,
  provider_rejected: refused,
  // Nothing more is known to be wrong on the customer's side, and a person has to look at it.
  partly_done: misconfigured,
  offer_unknown: offerGone,
  offer_ineligible: offerGone,
  coupon_unknown: offerGone,
  already_canceled: alreadyCanceled,
  session_ended: expired,
  session_unknown: expired,
  token_expired: expired,
  token_invalid: unknownPerson,
  credential_missing: unknownPerson,
  auth_hash_invalid: unknownPerson,
  forbidden: unknownPerson,
  customer_unknown: noSubscription,
  subscription_unknown: noSubscription,
  code_invalid: codeInvalid,
  code_expired: codeExpired,
  invoice_unknown: invoiceGone,
  handler_failed: hostFailed,
  handler_missing: misconfigured,
  action_unsupported: misconfigured,
  invalid_flow: misconfigured,
  invalid_request: misconfigured,
  key_reused: misconfigured,
  conflict: misconfigured,
  not_found: misconfigured,
  payload_too_large: misconfigured,
  unsupported_media_type: misconfigured,
};
