/** What a payment provider's own page would be: it takes a card, and leads back. */
import { formatMoney } from '@fairwell/core';
import { fetchAccount, payHosted } from './api.ts';
import { byId, element } from './dom.ts';
import { chosenCard, practiceCard } from './practice/practice-card.ts';

const form = byId('payment', HTMLFormElement);
const amount = byId('amount', HTMLParagraphElement);
const outcome = byId('outcome', HTMLParagraphElement);
const back = byId('back', HTMLAnchorElement);

const asked = new URLSearchParams(location.search);
const customerId = asked.get('customer') ?? '';

/** Leads back to a page of this origin alone: whoever made the link may have another in mind. */
function returnAddress(): string {
  const wanted = asked.get('return') ?? '';
  const isOurs = URL.canParse(wanted) && new URL(wanted).origin === location.origin;
  return isOurs ? wanted : '/';
}

async function show(): Promise<void> {
  const { invoices } = await fetchAccount(customerId);
  const open = invoices.find(({ state }) => state === 'open');
  if (!open) {
    amount.textContent = 'There is nothing to pay.';
    return;
  }
  amount.textContent = formatMoney(open.amountDue, document.documentElement.lang);
  const card = practiceCard(
    element('p', {}, 'No card is asked for in this demo. Choose how the one you give answers:'),
    ['pm_card_visa', 'pm_card_chargeDeclined'],
  );
  form.append(card, element('button', { class: 'primary' }, 'Pay'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void pay(open.id, card);
  });
}

async function pay(invoiceId: string, card: HTMLElement): Promise<void> {
  const { isPaid } = await payHosted({ customerId, invoiceId, card: chosenCard(card) });
  outcome.textContent = isPaid ? 'Thank you, it is paid.' : 'The card was declined.';
  if (isPaid) location.assign(back.href);
}

back.href = returnAddress();
show().catch(() => {
  outcome.textContent = 'The demo’s server does not answer. Is it still running?';
});
