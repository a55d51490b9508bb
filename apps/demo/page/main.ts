import '@fairwell/elements/cancel-button.js';
import { canCancel, showSubscriptions } from './account.ts';
import { fetchAccount, fetchCustomers, fetchSession, fetchSessionToken, resetDemo } from './api.ts';
import { applySettings, readSettings, type DemoSettings } from './demo-settings.ts';
import { byId, element } from './dom.ts';
import { logEvents } from './event-log.ts';
import { showRecord, watchService } from './session-record.ts';

const bar = byId('demo-bar', HTMLFormElement);
const reset = byId('reset', HTMLButtonElement);
const title = byId('title', HTMLHeadingElement);
const notice = byId('notice', HTMLParagraphElement);
const cards = byId('subscriptions', HTMLDivElement);
const leave = byId('leave', HTMLElement);
const events = byId('events', HTMLOListElement);
const record = byId('record', HTMLDivElement);

const controls = ['customer', 'theme', 'dir'] as const satisfies (keyof DemoSettings)[];

let settings: DemoSettings = readSettings(location.search);
/** The flow lives within the section that it is opened from, which must not go while it is shown. */
let flowIsOpen = false;

/** Says that something failed, until the next thing works. */
async function attempt(what: () => Promise<void>): Promise<void> {
  try {
    await what();
    notice.hidden = true;
  } catch (error) {
    console.error(error);
    notice.textContent = 'The demo’s server does not answer. Is it still running?';
    notice.hidden = false;
  }
}

async function refreshAccount(): Promise<void> {
  const { customer } = settings;
  const { subscriptions } = await fetchAccount(customer);
  if (customer !== settings.customer) return;
  showSubscriptions(cards, subscriptions, document.documentElement.lang);
  if (flowIsOpen) return;
  const hadFocus = leave.contains(document.activeElement);
  leave.hidden = !canCancel(subscriptions);
  if (hadFocus && leave.hidden) title.focus();
}

async function refreshRecord(): Promise<void> {
  const { customer } = settings;
  const { session } = await fetchSession(customer);
  if (customer === settings.customer) showRecord(record, session);
}

async function showCustomer(): Promise<void> {
  events.replaceChildren();
  await Promise.all([refreshAccount(), refreshRecord()]);
}

/** @returns the control of the bar with this name. */
function select(name: keyof DemoSettings): HTMLSelectElement {
  const control = bar.elements.namedItem(name);
  if (control instanceof HTMLSelectElement) return control;
  throw new Error(`The bar has no ${name}.`);
}

function prepareButton(): void {
  const button = document.querySelector('fw-cancel-button');
  if (!button) throw new Error('The page has no cancel button.');
  button.serviceUrl = location.origin;
  button.session = () => fetchSessionToken(settings.customer);
}

function listen(): void {
  bar.addEventListener('change', () => {
    const before = settings.customer;
    const chosen = controls.map((name) => [name, select(name).value]);
    settings = readSettings(new URLSearchParams(chosen).toString());
    applySettings(settings);
    if (settings.customer !== before) void attempt(showCustomer);
  });
  reset.addEventListener('click', () => {
    void attempt(async () => {
      await resetDemo();
      await showCustomer();
    });
  });
  document.body.addEventListener('fw-open', () => {
    flowIsOpen = true;
  });
  document.body.addEventListener('fw-closed', () => {
    flowIsOpen = false;
    void attempt(refreshAccount);
  });
  document.body.addEventListener('fw-step-change', ({ detail }) => {
    if (detail.page.kind === 'complete') void attempt(refreshAccount);
  });
  logEvents(events);
  watchService(() => void attempt(refreshRecord));
}

async function start(): Promise<void> {
  const { customers, canReset } = await fetchCustomers();
  const known = customers.find(({ id }) => id === settings.customer) ?? customers[0];
  settings = { ...settings, customer: known?.id ?? '' };
  select('customer').replaceChildren(
    ...customers.map(({ id, name, email }) =>
      element('option', { value: id }, name ?? email ?? id),
    ),
  );
  for (const name of controls) select(name).value = settings[name];
  reset.hidden = !canReset;
  applySettings(settings);
  await showCustomer();
}

prepareButton();
listen();
void attempt(start);
