import type { Messages } from '@fairwell/elements';

/** Messages that stand as they are: without a placeholder, and the same for any number. */
type PlainKey = {
  [K in keyof Messages]-?: K extends `${string}.${string}`
    ? never
    : string extends NonNullable<Messages[K]>
      ? K
      : never;
}[keyof Messages];

/** What becomes of a phrase of a page that moves over, as one of our messages. */
type Phrase =
  /** It means the same. */
  | { key: PlainKey }
  /** Theirs ends where a value follows; in ours it has a place. */
  | { key: keyof Messages; value: string }
  /** One and several, divided by a bar: a number of these. */
  | { counted: 'day' | 'month' | 'year' }
  /** A piece of a sentence that is whole in ours, or something that is not said here. */
  | null;

const same = (key: PlainKey): Phrase => ({ key });
const before = (key: keyof Messages, value: string): Phrase => ({ key, value });

/** Every phrase that is documented there. */
export const phrases = {
  next: same('next'),
  back: same('back'),
  nevermind: same('nevermind'),
  goToAccount: same('goToAccount'),
  getHelp: same('getHelp'),
  declineOffer: same('declineOffer'),
  confirmAndCancel: same('confirmAndCancel'),
  pauseSubscription: same('pauseSubscription'),
  cancelSubscription: same('cancelSubscription'),
  discountSubscription: same('discountSubscription'),
  claimOffer: null,
  discountOff: null,
  discountFor: null,
  discountForever: null,
  discountOneTime: null,
  day: { counted: 'day' },
  month: { counted: 'month' },
  year: { counted: 'year' },
  error: same('error'),
  genericErrorDescription: same('genericErrorDescription'),
  cancelNow: same('cancelNow'),
  applyingDiscount: same('applyingDiscount'),
  applyingCancel: same('applyingCancel'),
  applyingResume: same('applyingResume'),
  applyingPause: same('applyingPause'),
  discountApplied: same('discountApplied'),
  discountAppliedMessage: null,
  pauseApplied: same('pauseApplied'),
  pauseAppliedMessage: same('pauseAppliedMessage'),
  pauseAppliedResumeMessage: before('pauseAppliedResumeMessage', 'end'),
  pauseScheduledMessage: null,
  until: null,
  cancelApplied: same('cancelApplied'),
  cancelAppliedMessage: same('cancelAppliedMessage'),
  cancelAppliedDateMessage: before('cancelAppliedDateMessage', 'date'),
  howLongToPausePrompt: same('howLongToPausePrompt'),
  whatCouldWeHaveDone: same('whatCouldWeHaveDone'),
  weReadEveryAnswer: null,
  applyingCustomerAction: same('applyingCustomerAction'),
  loading: same('loading'),
  pauseWallCardPunch: null,
  pauseWallCta: same('pauseWallCta'),
  pauseWallCardHeading: null,
  scheduledToReactivate: null,
  resumeApplied: same('resumeApplied'),
  resumeAppliedMessage: same('resumeAppliedMessage'),
  resumeNextChargeMessage: before('resumeNextChargeMessage', 'amount'),
  resumeNextChargeMessageWithoutAmount: same('resumeNextChargeMessageWithoutAmount'),
  resumeAccountDataInfo: null,
  subscriptionPauseNotice: same('subscriptionPauseNotice'),
  failedPaymentNotice: same('failedPaymentNotice'),
  chargedMultipleTimeNotice: null,
  failedPaymentCardPunch: null,
  resumeHey: null,
  invoicePaidTitle: same('invoicePaidTitle'),
  logout: same('logout'),
  note: null,
  discount: null,
  discountNoticeHeadline: null,
  discountNoticePrepend: null,
  discountOverride: before('discountOverride', 'current'),
  discountValidUntil: before('discountValidUntil', 'date'),
  updateBilling: same('updateBilling'),
  extendTrialCTA: null,
  extendTrialPunch: before('extendTrialPunch', 'date'),
  extendTrialOfferTitle: same('extendTrialOfferTitle'),
  trialExtended: same('trialExtended'),
  trialExtendedMessage: null,
  applyingTrialExtension: same('applyingTrialExtension'),
  switchPlanCTA: same('switchPlanCTA'),
  changePlanHighlights: same('changePlanHighlights'),
  changePlanOfferPunch: null,
  planChanged: same('planChanged'),
  planChangedMessage: null,
  applyingPlanChange: same('applyingPlanChange'),
  surveyStepTag: same('surveyStepTag'),
  freeFormStepTag: null,
  finalConfirmation: same('finalConfirmation'),
  offerDiscountTag: same('offerDiscountTag'),
  offerChangePlanTag: same('offerChangePlanTag'),
  offerExtendTrialTag: same('offerExtendTrialTag'),
  offerRedirectTag: same('offerRedirectTag'),
  offerContactTag: same('offerContactTag'),
  offerPauseTag: same('offerPauseTag'),
  completeTag: null,
  errorTag: same('errorTag'),
  offerAccepted: same('offerAccepted'),
} as const satisfies Record<string, Phrase>;

export type PhraseName = keyof typeof phrases;

/** Words in place of ours: by the keys of the elements, and by those of pages that move over. */
export type DocumentedMessages = { readonly [K in keyof Messages | PhraseName]?: string };

function isPhrase(name: string): name is PhraseName {
  return Object.hasOwn(phrases, name);
}

function messagesOf(name: string, text: string): [key: string, text: string][] {
  // A key of ours alone: the elements know it, or say that there is none such.
  if (!isPhrase(name)) return [[name, text]];
  const phrase: Phrase = phrases[name];
  // Written for us, under a name that is theirs too: with our placeholders.
  if (!phrase) return text.includes('{') ? [[name, text]] : [];
  if ('counted' in phrase) {
    const [one = '', several = one] = text.split('|').map((each) => each.trim());
    return [
      [`${phrase.counted}.one`, `{count} ${one}`],
      [`${phrase.counted}.other`, `{count} ${several}`],
    ];
  }
  const { key } = phrase;
  const place = 'value' in phrase ? `{${phrase.value}}` : '';
  return [[key, text.includes(place) ? text : `${text.trimEnd()} ${place}`]];
}

/**
 * The words of one language as the elements take them.
 * @param untaken Told of each phrase that has no place here.
 */
export function translateMessages(
  given: DocumentedMessages,
  untaken: (name: string) => void,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, text]) => {
      const messages = messagesOf(name, text);
      if (messages.length === 0) untaken(name);
      return messages;
    }),
  );
}
