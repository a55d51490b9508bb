import { expect, fixture, waitUntil } from '@open-wc/testing';
import { afterEach, beforeEach, describe, it, vi, type MockInstance } from 'vitest';
import '../define/failed-payment-wall.js';
import '../define/pause-wall.js';
import { part } from '../testing/shadow.js';
import { clearWalls, dialogOf } from '../testing/wall-page.js';

let errors: MockInstance<typeof console.error>;
const failures: unknown[] = [];
const notice = (event: PromiseRejectionEvent | ErrorEvent): void => {
  failures.push('reason' in event ? event.reason : event.error);
  event.preventDefault();
};

beforeEach(() => {
  errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  failures.length = 0;
  window.addEventListener('unhandledrejection', notice);
  window.addEventListener('error', notice);
});
afterEach(() => {
  window.removeEventListener('unhandledrejection', notice);
  window.removeEventListener('error', notice);
  vi.restoreAllMocks();
  clearWalls();
});

const told = (): string => errors.mock.calls.map(([message]) => String(message)).join('\n');

const paused = {
  id: 'sub_1',
  start: '2026-01-01T00:00:00.000Z',
  status: { name: 'paused', pause: { start: '2026-01-01T00:00:00.000Z' } },
  items: [],
};
const invoice = {
  id: 'in_1',
  amountDue: { value: 1400, currency: 'eur' },
  since: new Date(Date.now() - 86_400_000).toISOString(),
  attempted: true,
  hostedUrl: 'https://pay.example',
};
const walls = {
  'fw-pause-wall': {
    customer: { id: 'c' },
    subscriptions: [paused],
    handlers: { handleResume: () => undefined },
  },
  'fw-failed-payment-wall': { customer: { id: 'c' }, invoice, handlers: {} },
};
type Tag = keyof typeof walls;

/** A wall as a page without types sets it up. */
async function given<T extends Tag>(tag: T, wrong: object): Promise<HTMLElementTagNameMap[T]> {
  const wall = await fixture<HTMLElementTagNameMap[T]>(`<${tag}></${tag}>`);
  Object.assign(wall, walls[tag], wrong);
  return wall;
}

describe('a wall with a property of a wrong type', () => {
  it.each<[Tag, wrong: Record<string, unknown>, message: string]>([
    ['fw-pause-wall', { subscriptions: 5 }, 'subscriptions: expected a list, got 5'],
    ['fw-pause-wall', { subscriptions: {} }, 'subscriptions: expected a list'],
    ['fw-pause-wall', { subscriptions: [null] }, '<fw-pause-wall>'],
    ['fw-pause-wall', { handlers: 'x' }, 'handlers.handleResume'],
    ['fw-pause-wall', { handlers: null }, '<fw-pause-wall>'],
    ['fw-pause-wall', { serviceUrl: 5, session: 'token' }, 'serviceUrl: expected a text, got 5'],
    ['fw-failed-payment-wall', { invoice: 'in_1' }, 'invoice'],
    ['fw-failed-payment-wall', { invoice: { ...invoice, since: 5n } }, '<fw-failed-payment-wall>'],
    ['fw-failed-payment-wall', { invoice: { ...invoice, amountDue: '14' } }, 'invoice.amountDue'],
    [
      'fw-failed-payment-wall',
      { shouldShowFailedPaymentWall: 'soft' },
      'shouldShowFailedPaymentWall: expected a function',
    ],
  ])('<%s> %o says so once, and shuts nobody out', async (tag, wrong, message) => {
    const behind = await fixture<HTMLButtonElement>('<button>Behind</button>');
    const wall = await given(tag, wrong);
    await waitUntil(() => told().includes(message), `${message} among ${told()}`);
    await wall.updateComplete;
    expect(dialogOf(wall)).to.equal(null);
    behind.focus();
    expect(document.activeElement).to.equal(behind);
    wall.requestUpdate();
    await wall.updateComplete;
    expect(errors.mock.calls).to.have.length(1);
    expect(failures).to.deep.equal([]);
  });

  it('lets the customer in where it stands already and cannot be drawn any more', async () => {
    const wall = await given('fw-pause-wall', {});
    await waitUntil(() => dialogOf(wall)?.open, 'it stands');
    // A host's own class that draws what it was not given.
    Object.assign(wall, {
      viewOf: () => {
        throw new TypeError('There is no plan.');
      },
    });
    wall.requestUpdate();
    await waitUntil(() => !dialogOf(wall), 'it is gone');
    await waitUntil(() => told().includes('<fw-pause-wall> TypeError: There is no plan.'), told());
    expect(failures).to.deep.equal([]);
  });

  it('stands once the property is what it should be', async () => {
    const wall = await given('fw-pause-wall', { subscriptions: 5 });
    await waitUntil(() => told(), 'it is told');
    Object.assign(wall, { subscriptions: [paused] });
    await waitUntil(() => dialogOf(wall)?.open, 'it stands');
    expect(part(wall, 'heading').textContent).to.equal('Your subscription is paused');
  });
});
