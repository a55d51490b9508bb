import type { OfferType } from '@fairwell/contract';
import type { FairwellError, PageKind } from '@fairwell/core';
import type { ErrorEvent, StepChangeEvent } from '@fairwell/elements';

type Tag = keyof HTMLElementTagNameMap;

const offerTags: Record<OfferType, Tag> = {
  contact: 'fw-contact-offer',
  custom: 'fw-custom-step',
  discount: 'fw-discount-offer',
  pause: 'fw-pause-offer',
  planChange: 'fw-plan-change-offer',
  redirect: 'fw-redirect-offer',
  trialExtension: 'fw-trial-extension-offer',
};

/** What shows a page; its code comes with the flow, or after it. */
const tags: Record<Exclude<PageKind | 'email', 'offer'>, Tag> = {
  activeOffer: 'fw-active-offer-step',
  complete: 'fw-complete-step',
  confirm: 'fw-confirm-step',
  custom: 'fw-custom-step',
  email: 'fw-email-step',
  error: 'fw-error-step',
  feedback: 'fw-feedback-step',
  followUp: 'fw-follow-up-step',
  loading: 'fw-progress-step',
  progress: 'fw-progress-step',
  survey: 'fw-survey-step',
};

function tagOf(page: StepChangeEvent['detail']['page']): Tag {
  return page.kind === 'offer' ? offerTags[page.offer.type] : tags[page.kind];
}

/**
 * Resolves when the first page of a flow is there, with its code; rejects with what went wrong before.
 * @param isOurs Does an event come from the flow.
 */
export function watchBeginning(
  isOurs: (event: Event) => boolean,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: FairwellError): void => {
      // There is nothing left to cancel, which the flow says itself.
      if (error.code === 'already_canceled') resolve();
      else reject(error);
    };
    const onStep = (event: StepChangeEvent): void => {
      const { page } = event.detail;
      if (!isOurs(event) || page.kind === 'loading') return;
      if (page.kind === 'error') fail(page.error);
      else void customElements.whenDefined(tagOf(page)).then(() => resolve());
    };
    const onError = (event: ErrorEvent): void => {
      if (isOurs(event)) fail(event.detail.error);
    };
    document.body.addEventListener('fw-step-change', onStep, { signal });
    document.body.addEventListener('fw-error', onError, { signal });
  });
}
