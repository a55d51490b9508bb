import '@fairwell/elements/cancel-button.js';
import { clearState } from '@fairwell/elements';
import type { AccountAnswer, PeopleAnswer, Person } from '../server/api.ts';
import { cancelable, offerChoice, showSubscriptions } from './account/account.ts';
import { fetchAccount, fetchPeople, fetchSessionToken, resetDemo } from './api.ts';
import { showBilling } from './backstage/billing-record.ts';
import { logEvents } from './backstage/event-log.ts';
import { showMails } from './backstage/mailbox.ts';
import { showRecord } from './backstage/session-record.ts';
import { applySettings, readSettings, type DemoSettings } from './demo-settings.ts';
import { byId } from './dom.ts';
import './elements/sprig-rating.ts';
import './elements/sprig-swap.ts';
import { keepUp, oneAtATime, whenChanged } from './live.ts';
import { fillPicker } from './picker.ts';
import { prepareWalls } from './walls.ts';

const bar = byId('demo-bar', HTMLFormElement);
const reset = byId('reset', HTMLButtonElement);
const shows = byId('shows', HTMLParagraphElement);
const title = byId('title', HTMLHeadingElement);
const notice = byId('notice', HTMLParagraphElement);
const signedOut = byId('signed-out', HTMLParagraphElement);
const cards = byId('subscriptions', HTMLDivElement);
const leave = byId('leave', HTMLElement);
const which = byId('which', HTMLLabelElement);
const whichOne = byId('which-one', HTMLSelectElement);
const cancelButton = document.querySelector('fw-cancel-button');
const billing = byId('billing', HTMLUListElement);
const events = byId('events', HTMLOListElement);
const record = byId('record', HTMLDivElement);
const mailbox = byId('mailbox', HTMLUListElement);

const controls = ['customer', 'theme', 'dir'] as const satisfies (keyof DemoSettings)[];
const locale = document.documentElement.lang;

let settings: DemoSettings = readSettings(location.search);
let people: readonly Person[] = [];
/** The flow lives within the section that it is opened from, which must not go while it is shown. */
let flowIsOpen = false;
let raiseWalls: (person: Person) => void = () => undefined;

/** Who is signed in, or is not. */
function person(): Person | undefined {
  return people.find(({ customer }) => customer.id === settings.customer);
}

/** Says that something failed, until the next thing works. */
async function attempt(what: () => Promise<void>): Promise<void> {
  try {
    await what();
    notice.hidden = true;
  } catch {
    notice.textContent = 'The demo’s server does not answer. Is it still running?';
    notice.hidden = false;
  }
}

const showCards = whenChanged((subscriptions: AccountAnswer['subscriptions']) =>
  showSubscriptions(cards, subscriptions, locale),
);
const showChoice = whenChanged((subscriptions: AccountAnswer['subscriptions']) => {
  offerChoice(whichOne, subscriptions, locale);
  which.hidden = subscriptions.length < 2;
});
const showAtProvider = whenChanged(
  ({ subscriptions, invoices }: Pick<AccountAnswer, 'subscriptions' | 'invoices'>) =>
    showBilling(billing, { subscriptions, invoices }),
);
const showSession = whenChanged((session: AccountAnswer['session']) => showRecord(record, session));
const showMailbox = whenChanged((mails: AccountAnswer['mails']) => showMails(mailbox, mails));

function showLeave(subscriptions: AccountAnswer['subscriptions']): void {
  if (flowIsOpen) return;
  const left = cancelable(subscriptions);
  showChoice(left);
  const hadFocus = leave.contains(document.activeElement);
  leave.hidden = left.length === 0;
  if (hadFocus && leave.hidden) title.focus();
}

async function load(): Promise<void> {
  const { customer } = settings;
  const account = await fetchAccount(customer);
  if (customer !== settings.customer) return;
  const { subscriptions, invoices, session, mails } = account;
  const isSignedOut = person()?.isSignedOut ?? false;
  showCards(isSignedOut ? [] : subscriptions);
  showLeave(subscriptions);
  showAtProvider({ subscriptions, invoices });
  showSession(session);
  showMailbox(mails);
}

const refresh = oneAtATime(() => attempt(load));

/** @returns the control of the bar with this name. */
function select(name: keyof DemoSettings): HTMLSelectElement {
  const control = bar.elements.namedItem(name);
  if (control instanceof HTMLSelectElement) return control;
  throw new Error(`The bar has no ${name}.`);
}

/** What a product does when somebody comes to their account. */
function welcome(): void {
  const found = person();
  if (!found) return;
  const { customer, isSignedOut } = found;
  shows.textContent = found.shows;
  signedOut.hidden = !isSignedOut;
  events.replaceChildren();
  clearState();
  if (cancelButton) {
    cancelButton.serviceUrl = location.origin;
    cancelButton.session = isSignedOut ? undefined : () => fetchSessionToken(customer.id);
    cancelButton.verifyEmail = isSignedOut;
    cancelButton.email = isSignedOut ? customer.email : undefined;
    cancelButton.subscriptionId = undefined;
  }
  raiseWalls(found);
  void refresh();
}

function choose(change: Partial<DemoSettings>): void {
  const before = settings.customer;
  settings = { ...settings, ...change };
  applySettings(settings);
  for (const name of controls) select(name).value = settings[name];
  if (settings.customer !== before) welcome();
}

function logOut(): void {
  const stranger = people.find(({ isSignedOut }) => isSignedOut) ?? people[0];
  if (stranger) choose({ customer: stranger.customer.id });
}

function listen(): void {
  bar.addEventListener('change', () => {
    const chosen = controls.map((name) => [name, select(name).value]);
    choose(readSettings(new URLSearchParams(chosen).toString()));
  });
  whichOne.addEventListener('change', () => {
    if (cancelButton) cancelButton.subscriptionId = whichOne.value || undefined;
  });
  reset.addEventListener('click', () => {
    void attempt(resetDemo).then(welcome);
  });
  document.body.addEventListener('fw-open', () => {
    flowIsOpen = true;
  });
  document.body.addEventListener('fw-closed', () => {
    flowIsOpen = false;
    void refresh();
  });
  logEvents(events);
  keepUp(() => void refresh());
}

async function start(): Promise<void> {
  const { groups, isSandbox }: PeopleAnswer = await fetchPeople();
  people = groups.flatMap((group) => group.people);
  fillPicker(select('customer'), groups);
  reset.hidden = !isSandbox;
  raiseWalls = prepareWalls({ isSandbox, logOut });
  const known = person() ?? people[0];
  settings = { ...settings, customer: '' };
  choose({ customer: known?.customer.id ?? '' });
  listen();
}

void attempt(start);
