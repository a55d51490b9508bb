import type { PresentedOffer, SessionRecord } from '@fairwell/contract';
import { element } from '../dom.ts';

const time = new Intl.DateTimeFormat('en', { timeStyle: 'medium', hourCycle: 'h23' });

function at(instant: string): string {
  return time.format(new Date(instant));
}

function offerWords({ offerId, offerType, answer }: PresentedOffer): string {
  return `${offerType} (${offerId}): ${answer ?? 'no answer yet'}`;
}

function facts(record: SessionRecord): [name: string, field: string, value: string][] {
  const { startedAt, endedAt, result, surveyResponse, feedback, presentedOffers, steps } = record;
  const { accepted, usedClickToCancel } = record;
  const list: [string, string, string | undefined][] = [
    ['Session', 'id', record.id],
    ['Started', 'started', at(startedAt)],
    ['Steps seen', 'steps', steps.map(({ stepId }) => stepId).join(' → ')],
    ['Reason', 'reason', surveyResponse],
    ['Offers', 'offers', presentedOffers.map(offerWords).join('; ')],
    ['In their words', 'feedback', feedback],
    ['Cancelled at once', 'direct', usedClickToCancel ? 'yes' : ''],
    ['Carried out', 'action', accepted?.action.type],
    ['Result', 'result', result ?? 'still open'],
    ['Ended', 'ended', endedAt && at(endedAt)],
  ];
  return list.flatMap(([name, field, value]) => (value ? [[name, field, value]] : []));
}

/** Shows what the service has kept of a session, or that there is nothing yet. */
export function showRecord(place: HTMLElement, record: SessionRecord | null): void {
  if (!record) {
    place.replaceChildren(
      element('p', { class: 'empty' }, 'Nothing yet. A session starts with the Cancel button.'),
    );
    return;
  }
  const isOpen = place.querySelector('details')?.open ?? false;
  place.replaceChildren(
    element(
      'dl',
      { class: 'record' },
      ...facts(record).map(([name, field, value]) =>
        element('div', {}, element('dt', {}, name), element('dd', { 'data-field': field }, value)),
      ),
    ),
    element(
      'details',
      { open: isOpen ? '' : undefined },
      element('summary', {}, 'As the API answers it'),
      element('pre', { dir: 'ltr', tabindex: '0' }, JSON.stringify(record, null, 2)),
    ),
  );
}
