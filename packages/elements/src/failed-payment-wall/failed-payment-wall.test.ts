import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { afterEach, describe, it } from 'vitest';
import { page } from 'vitest/browser';
import '../define/failed-payment-wall.js';
import { customer } from '../testing/samples.js';
import { part, parts, recorded, words } from '../testing/shadow.js';
import {
  atForm,
  bankButton,
  clearWalls,
  dialogOf,
  expectWallAccessible,
  failedPaymentWall,
  fallen,
  labels,
  next,
  open,
  press,
  says,
  settled,
  stands,
} from '../testing/wall-page.js';
import { askBank, overdue, overdueInvoice, pause } from '../testing/wall-service.js';
import type { FailedPaymentWallElement } from './failed-payment-wall.js';

afterEach(clearWalls);

const day = 86_400_000;

describe('fw-failed-payment-wall', () => {
  describe('what it shows', () => {
    it('says what is due and since when', async () => {
      const since = new Date(Date.now() - 3 * day);
      open(overdue({ invoice: overdueInvoice({ since: since.toISOString() }) }));
      const wall = await stands(failedPaymentWall());
      expect(words(part(wall, 'heading'))).to.equal('Your last payment did not go through');
      expect(words(part(wall, 'price'))).to.equal('€14.00');
      expect(words(part(wall, 'body'))).to.contain(
        `due since ${since.toLocaleDateString('en', { dateStyle: 'long' })}`,
      );
      expect(labels(wall)).to.deep.equal(['Pay with another card', 'Try my saved card again']);
    });

    it('speaks of no failure where nothing was tried', async () => {
      open(overdue({ invoice: overdueInvoice({ attempted: false }) }));
      const wall = await stands(failedPaymentWall());
      expect(words(part(wall, 'heading'))).to.equal('A payment is overdue');
    });

    it('is soft until the grace is over, and says when that is', async () => {
      open(overdue());
      const wall = await stands(failedPaymentWall({ gracePeriodDays: 10 }));
      const end = new Date(Date.now() + 3 * day).toLocaleDateString('en', { dateStyle: 'long' });
      expect(words(part(wall, 'body'))).to.contain(`until ${end}`);
      const closed = next(wall, 'fw-failed-payment-wall-close');
      press(wall, 'Continue for now');
      await closed;
      expect(dialogOf(wall)).to.equal(null);
    });

    it('is hard after it', async () => {
      open(overdue());
      const wall = await stands(failedPaymentWall({ gracePeriodDays: 6 }));
      expect(labels(wall)).not.to.include('Continue for now');
    });

    it('asks the host’s own rule', async () => {
      open(overdue());
      const seen: unknown[] = [];
      const wall = await failedPaymentWall({
        shouldShowFailedPaymentWall: (invoice, who) => {
          seen.push(invoice.amountDue.value, who.id);
          return false;
        },
      });
      expect(await wall.check()).to.equal(false);
      expect(seen).to.deep.equal([1400, customer.id]);
    });

    it('has a button for each of the host’s handlers', async () => {
      open(overdue());
      const nothing = (): void => undefined;
      const handlers = {
        handleLogout: nothing,
        handleSupportRequest: nothing,
        handleCancel: nothing,
      };
      const wall = await stands(failedPaymentWall({ handlers }));
      expect(labels(wall).slice(2)).to.deep.equal([
        'Contact support',
        'Cancel subscription',
        'Log out',
      ]);
    });

    it('stands by the host’s own data, without a service', async () => {
      const wall = await fixture<FailedPaymentWallElement>(
        html`<fw-failed-payment-wall></fw-failed-payment-wall>`,
      );
      wall.customer = customer;
      wall.invoice = overdueInvoice({ hostedUrl: 'https://pay.test/in_1' });
      await stands(wall);
      expect(labels(wall)).to.deep.equal(['Pay on a secure page']);
      wall.invoice = undefined;
      await fallen(wall);
    });
  });

  describe('with the saved card', () => {
    it('pays at once, lets the customer in, and tells the host', async () => {
      const service = open(overdue());
      const wall = await stands(failedPaymentWall());
      const paid = next(wall, 'fw-update-payment-information');
      press(wall, 'Try my saved card again');
      expect((await paid).detail.customer).to.deep.equal(customer);
      expect(dialogOf(wall)).to.equal(null);
      expect(service.requests.at(-1)?.body).to.include({ invoiceId: 'in_1' });
      await says(wall, 'notice', 'Your payment went through.');
    });

    it('says that it was declined, and leaves the other ways', async () => {
      const service = open(overdue());
      service.replies['/pay'] = [{ status: 402, code: 'payment_declined' }];
      const wall = await stands(failedPaymentWall());
      const errors = recorded(wall, 'fw-error');
      press(wall, 'Try my saved card again');
      await says(wall, 'alert', 'Your payment was declined.');
      expect(errors[0]?.detail.type).to.equal('FAILED_PAYMENT_WALL_UPDATE_CARD_ERROR');
      expect(labels(wall)).to.deep.equal([
        'Pay with another card',
        'Try my saved card again',
        'Change my card on a secure page',
      ]);
    });

    it('lets in whoever has paid elsewhere', async () => {
      const service = open(overdue());
      service.replies['/pay'] = [{ status: 404, code: 'invoice_unknown' }];
      const wall = await stands(failedPaymentWall());
      service.wall = null;
      press(wall, 'Try my saved card again');
      await fallen(wall);
    });
  });

  describe('the host’s support', () => {
    it('can be reached with whatever it opens', async () => {
      open(overdue());
      const chat = await fixture<HTMLButtonElement>(html`<button>Chat</button>`);
      const handlers = { handleSupportRequest: () => chat.focus() };
      const wall = await stands(failedPaymentWall({ handlers }));
      press(wall, 'Contact support');
      await waitUntil(() => dialogOf(wall) === null);
      await settled(wall);
      chat.focus();
      expect(document.activeElement).to.equal(chat);
      expect(parts(wall, 'modal')).to.have.length(1);
    });

    it('is heard with its own words, also when it fails', async () => {
      open(overdue());
      const replies = [
        () => Promise.reject(new Error('Our line is closed.')),
        () => ({ message: 'We will write to you.' }),
      ];
      const handlers = { handleSupportRequest: () => replies.shift()?.() };
      const wall = await stands(failedPaymentWall({ handlers }));
      press(wall, 'Contact support');
      await says(wall, 'alert', 'Our line is closed.');
      press(wall, 'Contact support');
      await says(wall, 'notice', 'We will write to you.');
    });
  });

  it('cancels where the host does it, and says what stays due', async () => {
    open(overdue());
    const handlers = { handleCancel: () => ({ message: 'Cancelled by us.' }) };
    const wall = await stands(failedPaymentWall({ handlers }));
    press(wall, 'Cancel subscription');
    await says(wall, 'body', 'still has to be paid');
    part(wall, 'danger-button').click();
    await says(wall, 'notice', 'Cancelled by us.');
    expect(labels(wall)).to.deep.equal(['Pay with another card', 'Try my saved card again']);
  });

  it('stands for nothing but a payment', async () => {
    open(pause);
    const wall = await failedPaymentWall();
    expect(await wall.check()).to.equal(false);
  });

  describe('its looks', () => {
    it('fit a window of 320 pixels, with the form', async () => {
      await page.viewport(320, 640);
      open(overdue());
      const { wall } = await atForm();
      await settled(wall);
      const panel = part(wall, 'modal');
      const { left, right, bottom } = panel.getBoundingClientRect();
      expect([left, right, bottom]).to.deep.equal([0, 320, 640]);
      expect(panel.scrollWidth).to.equal(panel.clientWidth);
      await page.viewport(1024, 768);
    });

    it('are accessible in every state', async () => {
      const service = open(overdue());
      service.replies['/pay'] = [{ status: 402, code: 'payment_declined' }];
      const nothing = (): void => undefined;
      const handlers = {
        handleLogout: nothing,
        handleSupportRequest: nothing,
        handleCancel: nothing,
      };
      const { wall } = await atForm({ handlers, gracePeriodDays: 10 });
      await expectWallAccessible(wall);
      press(wall, 'Back');
      await says(wall, 'heading', 'Your last payment');
      await expectWallAccessible(wall);
      press(wall, 'Try my saved card again');
      await says(wall, 'alert', 'declined');
      await expectWallAccessible(wall);
      press(wall, 'Cancel subscription');
      await says(wall, 'danger-button', 'Cancel');
      await expectWallAccessible(wall);
    });

    it('are accessible while the bank asks, and once it has fallen', async () => {
      const service = open(overdue());
      service.replies['/pay'] = [{ body: askBank }];
      const wall = await stands(failedPaymentWall());
      press(wall, 'Try my saved card again');
      const yes = await bankButton('Yes');
      await expectWallAccessible(wall);
      yes.click();
      await says(wall, 'notice', 'went through');
      await expectWallAccessible(wall);
    });
  });
});
