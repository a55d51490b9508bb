import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { afterEach, describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../define/failed-payment-wall.js';
import { part, parts, recorded } from '../testing/shadow.js';
import { cards } from '../testing/stripe-double.js';
import {
  atForm,
  bankButton,
  clearWalls,
  dialogOf,
  failedPaymentWall,
  fallen,
  labels,
  open,
  press,
  says,
  stands,
} from '../testing/wall-page.js';
import { askBank, overdue } from '../testing/wall-service.js';
import type { FailedPaymentWallElement } from './failed-payment-wall.js';

afterEach(clearWalls);

describe('paying at fw-failed-payment-wall', () => {
  describe('with a new card', () => {
    it('shows Stripe’s form in the page’s own tree, and in the panel', async () => {
      open(overdue());
      const { wall, input } = await atForm();
      expect(input.getRootNode()).to.equal(document);
      const panel = part(wall, 'modal').getBoundingClientRect();
      const { left, right, top, bottom } = input.getBoundingClientRect();
      expect(left).to.be.at.least(panel.left);
      expect(right).to.be.at.most(panel.right);
      expect(top).to.be.at.least(panel.top);
      expect(bottom).to.be.at.most(panel.bottom);
    });

    it('can be filled in and sent with the keyboard alone', async () => {
      const service = open(overdue());
      const wall = await stands(failedPaymentWall());
      await userEvent.keyboard('{Tab}{Enter}');
      await waitUntil(() => wall.querySelector('input'));
      await waitUntil(() => !part(wall, 'primary-button').matches(':disabled'));
      await userEvent.keyboard(`{Tab}${cards.good}{Tab}{Enter}`);
      await fallen(wall);
      expect(service.requests.at(-1)).to.deep.include({ path: '/pay' });
      expect(service.requests.at(-1)?.body).to.include({ paymentMethodId: 'pm_4242' });
    });

    it('is there again after the wall was taken out of the page', async () => {
      const service = open(overdue());
      const { wall, input } = await atForm();
      wall.parentNode?.removeChild(wall);
      await waitUntil(() => wall.isConnected && dialogOf(wall)?.matches(':modal'));
      await waitUntil(
        () => input.isConnected && !part(wall, 'primary-button').matches(':disabled'),
      );
      await userEvent.fill(input, cards.good);
      press(wall, 'Pay €14.00');
      await fallen(wall);
      expect(service.count('/card')).to.equal(1);
    });

    it('is asked for when it is wanted, and not before', async () => {
      const service = open(overdue());
      let loads = 0;
      const wall = await stands(
        failedPaymentWall({
          loadStripe: () => {
            loads += 1;
            return new Promise(() => undefined);
          },
        }),
      );
      expect([loads, service.count('/card')]).to.deep.equal([0, 0]);
      press(wall, 'Pay with another card');
      await says(wall, 'body', 'Loading…');
      expect([loads, service.count('/card')]).to.deep.equal([1, 1]);
      press(wall, 'Back');
      await says(wall, 'heading', 'Your last payment');
      expect(wall.querySelector('[slot="card"]')).to.equal(null);
    });

    it('says in Stripe’s words why a card is refused, and keeps the form', async () => {
      const service = open(overdue());
      const { wall, input } = await atForm();
      await userEvent.fill(input, cards.expired);
      press(wall, 'Pay €14.00');
      await says(wall, 'alert', 'Your card has expired.');
      expect(input.isConnected).to.equal(true);
      await userEvent.fill(input, cards.good);
      press(wall, 'Pay €14.00');
      await fallen(wall);
      expect(service.count('/pay')).to.equal(1);
      expect(wall.querySelector('[slot="card"]')).to.equal(null);
    });

    it('takes over the panel’s colours', async () => {
      open(overdue());
      const seen: object[] = [];
      document.documentElement.style.colorScheme = 'dark';
      const wall = await stands(
        failedPaymentWall({
          loadStripe: () =>
            Promise.resolve({
              elements: (options) => {
                seen.push(options.appearance);
                throw new Error('enough');
              },
              confirmSetup: () => Promise.resolve({}),
              handleNextAction: () => Promise.resolve({}),
            }),
        }),
      );
      press(wall, 'Pay with another card');
      await waitUntil(() => seen.length > 0);
      document.documentElement.style.colorScheme = '';
      expect(seen[0]).to.deep.include({ theme: 'night' });
      expect(seen[0]).to.have.nested.property('variables.colorBackground', 'rgb(27, 30, 36)');
    });
  });

  describe('the bank', () => {
    it('is asked outside of the modal, and the payment is made after it', async () => {
      const service = open(overdue());
      service.replies['/pay'] = [{ body: askBank }];
      const wall = await stands(failedPaymentWall());
      press(wall, 'Try my saved card again');
      const yes = await bankButton('Yes');
      expect(dialogOf(wall)).to.equal(null);
      expect(parts(wall, 'modal')).to.have.length(1);
      await userEvent.click(yes);
      await fallen(wall);
      expect(service.count('/pay')).to.equal(2);
      const keys = service.requests
        .filter(({ path }) => path === '/pay')
        .map(({ body }) => (body as { key: string }).key);
      expect(new Set(keys).size).to.equal(2);
    });

    it('can be answered with the keyboard', async () => {
      const service = open(overdue());
      service.replies['/pay'] = [{ body: askBank }];
      const wall = await stands(failedPaymentWall());
      press(wall, 'Try my saved card again');
      (await bankButton('Yes')).focus();
      await userEvent.keyboard('{Enter}');
      await fallen(wall);
    });

    it('leaves the customer at a modal wall when it does not agree', async () => {
      const service = open(overdue());
      service.replies['/pay'] = [{ body: askBank }];
      const wall = await stands(failedPaymentWall());
      press(wall, 'Try my saved card again');
      await userEvent.click(await bankButton('No'));
      await says(wall, 'alert', 'Your bank did not agree.');
      expect(dialogOf(wall)?.matches(':modal')).to.equal(true);
      expect(wall.shadowRoot?.activeElement).to.equal(part(wall, 'alert'));
    });

    it('is not asked where its window cannot be opened, and there is another way', async () => {
      const service = open(overdue());
      service.replies['/pay'] = [{ body: askBank }];
      const loadStripe = () => Promise.reject(new Error('blocked'));
      const wall = await stands(failedPaymentWall({ loadStripe }));
      press(wall, 'Try my saved card again');
      await says(wall, 'alert', 'its window could not be opened here');
      expect(labels(wall)).to.include('Change my card on a secure page');
      expect(labels(wall)).not.to.include('Continue for now');
    });

    it('can be asked by the form itself', async () => {
      open(overdue());
      const { wall, input } = await atForm();
      await userEvent.fill(input, cards.bank);
      press(wall, 'Pay €14.00');
      await userEvent.click(await bankButton('Yes'));
      await fallen(wall);
    });
  });

  describe('the provider’s own page', () => {
    /** What the page would have gone to. */
    function follow(wall: HTMLElement): Promise<string | undefined> {
      return new Promise((resolve) => {
        wall.addEventListener('click', (event) => {
          const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
          if (!link) return;
          event.preventDefault();
          resolve(link.href);
        });
      });
    }

    it('is gone to at once where it takes the card, and leads back here', async () => {
      const service = open(overdue({ card: 'hosted' }));
      const wall = await stands(failedPaymentWall());
      expect(labels(wall)[0]).to.equal('Change my card on a secure page');
      const followed = follow(wall);
      press(wall, 'Change my card on a secure page');
      expect(await followed).to.equal('https://billing.test/portal');
      expect(service.requests.at(-1)?.body).to.deep.equal({ returnUrl: location.href });
      await says(wall, 'primary-button', 'Continue');
      press(wall, 'Back');
      await says(wall, 'heading', 'Your last payment');
    });

    it.each<[string, Partial<FailedPaymentWallElement>]>([
      ['cannot be loaded', { loadStripe: () => Promise.reject(new Error('blocked')) }],
      [
        'cannot be shown',
        {
          loadStripe: () =>
            Promise.resolve({
              elements: () => {
                throw new Error('Elements cannot be mounted in a ShadowRoot.');
              },
              confirmSetup: () => Promise.resolve({}),
              handleNextAction: () => Promise.resolve({}),
            }),
        },
      ],
    ])('takes the place of a form that %s, with a clear word', async (_name, properties) => {
      open(overdue());
      const wall = await stands(failedPaymentWall(properties));
      const errors = recorded(wall, 'fw-error');
      press(wall, 'Pay with another card');
      await says(wall, 'alert', 'could not be loaded here');
      expect(labels(wall)).to.deep.equal([
        'Change my card on a secure page',
        'Try my saved card again',
      ]);
      await nextFrame();
      expect(errors[0]?.detail.type).to.equal('FAILED_PAYMENT_WALL_UPDATE_CARD_ERROR');
    });

    it('takes the place of the form in somebody’s shadow root', async () => {
      open(overdue());
      const wall = await failedPaymentWall();
      const shadow = (await fixture<HTMLElement>(html`<div></div>`)).attachShadow({ mode: 'open' });
      shadow.append(wall);
      await stands(wall);
      press(wall, 'Pay with another card');
      await says(wall, 'alert', 'could not be loaded here');
      wall.hide();
    });

    it('is asked about anew by the page it leads back to', async () => {
      open(overdue({ card: 'hosted' }));
      const wall = await stands(failedPaymentWall({ customerId: 'cus_1' }));
      const followed = follow(wall);
      press(wall, 'Change my card on a secure page');
      await followed;
      clearWalls();
      const service = open(null);
      await failedPaymentWall({ customerId: 'cus_1' });
      await waitUntil(() => service.count('/') === 1);
      expect(service.requests[0]?.body).to.include({ forceCheck: true });
    });
  });
});
