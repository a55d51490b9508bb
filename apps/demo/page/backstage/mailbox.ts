import type { ReceivedMail } from '../../server/api.ts';
import { element } from '../dom.ts';

const time = new Intl.DateTimeFormat('en', { timeStyle: 'medium', hourCycle: 'h23' });

function mailItem({ subject, text, sentAt }: ReceivedMail): HTMLLIElement {
  const [code] = /\b\d{6}\b/.exec(text) ?? [];
  return element(
    'li',
    {},
    element('time', {}, time.format(new Date(sentAt))),
    element('span', {}, subject),
    code ? element('output', { 'data-field': 'code' }, code) : null,
  );
}

/** Shows what was mailed to the customer, with the code that is in it. */
export function showMails(list: HTMLElement, mails: readonly ReceivedMail[]): void {
  list.replaceChildren(...mails.map(mailItem));
}
