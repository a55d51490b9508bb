import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { afterEach, describe, it } from 'vitest';
import { page } from 'vitest/browser';
import '../define/pause-wall.js';
import { customer, monthly } from '../testing/samples.js';
import { part, parts, recorded, words } from '../testing/shadow.js';
import {
  clearWalls,
  dialogOf,
  expectWallAccessible,
  fallen,
  labels,
  next,
  open,
  pauseWall,
  press,
  says,
  settled,
  stands,
} from '../testing/wall-page.js';
import { pause } from '../testing/wall-service.js';
import type { PauseWallElement } from './pause-wall.js';

afterEach(clearWalls);

const paused = {
  ...monthly,
  status: {
    name: 'paused' as const,
    pause: { start: '2026-11-02T12:00:00.000Z', end: '2999-02-02T12:00:00.000Z' },
  },
};

describe('fw-pause-wall', () => {
  describe('what it shows', () => {
    it('says since when, until when, and what resuming costs', async () => {
      open(pause);
      const wall = await stands(pauseWall());
      expect(words(part(wall, 'heading'))).to.equal('Your subscription is paused');
      const body = words(part(wall, 'body'));
      expect(body).to.contain('paused since November 2, 2026');
      expect(body).to.contain('by itself on February 2, 2999');
      expect(body).to.contain('you are charged €14.00 at your next renewal');
      expect(labels(wall)).to.deep.equal(['Resume now', 'Cancel subscription']);
    });

    it('promises no date and no price that nobody knows', async () => {
      open({ kind: 'pause', subscriptionId: 'sub_1', since: pause.since });
      const wall = await stands(pauseWall());
      const body = words(part(wall, 'body'));
      expect(body).to.contain('since November 2, 2026, until you resume it');
      expect(body).to.contain('your usual price');
    });

    it('is not there where nothing is paused', async () => {
      const service = open(null);
      const wall = await pauseWall();
      await waitUntil(() => service.count('/') === 1);
      await nextFrame();
      expect(parts(wall, 'modal')).to.have.length(0);
      expect(wall.getBoundingClientRect().height).to.equal(0);
    });

    it('stands by the host’s own data, without a service', async () => {
      const wall = await fixture<PauseWallElement>(html`<fw-pause-wall></fw-pause-wall>`);
      wall.customer = customer;
      wall.subscriptions = [paused];
      wall.handlers = { handleResume: () => undefined };
      await stands(wall);
      expect(words(part(wall, 'body'))).to.contain('€14.00');
      expect(labels(wall)).to.deep.equal(['Resume now']);
    });

    it('has a button for each of the host’s handlers', async () => {
      open(pause);
      const wall = await stands(pauseWall({ handlers: { handleLogout: () => undefined } }));
      expect(labels(wall)).to.include('Log out');
    });

    it('speaks the language of the page about money and dates', async () => {
      open(pause);
      const wall = await pauseWall();
      wall.lang = 'de';
      await stands(wall);
      expect(words(part(wall, 'body')))
        .to.contain('14,00 €')
        .and.to.contain('2. Februar 2999');
    });
  });

  describe('the check', () => {
    it('is made once for one question, and anew for another', async () => {
      const service = open(pause);
      const wall = await stands(pauseWall({ customerId: 'cus_1' }));
      wall.theme = 'dark';
      await settled(wall);
      expect(service.count('/')).to.equal(1);
      wall.customerId = 'cus_2';
      await waitUntil(() => service.count('/') === 2);
      expect(service.requests[1]?.body).to.include({ kind: 'pause', customerId: 'cus_2' });
    });

    it('tells that it found cause, and answers who asks', async () => {
      open(pause);
      const wall = await pauseWall();
      const activated = next(wall, 'fw-pause-wall-activated');
      expect(await wall.check()).to.equal(true);
      await activated;
      expect(parts(wall, 'modal')).to.have.length(1);
    });

    it('is kept for a minute where the customer is named, and forced where it is told to', async () => {
      const service = open(pause);
      await stands(pauseWall({ customerId: 'cus_1' }));
      clearWalls();
      const again = open(pause);
      const wall = await stands(pauseWall({ customerId: 'cus_1' }));
      expect(again.count('/')).to.equal(0);
      await wall.check({ force: true });
      expect(again.requests[0]?.body).to.include({ forceCheck: true });
      expect(service.count('/')).to.equal(1);
    });

    it('lets the customer in when it fails, and tells why', async () => {
      const service = open(pause);
      service.replies['/'] = ['lost'];
      const wall = await pauseWall();
      const errors = recorded(wall, 'fw-error');
      expect(await wall.check()).to.equal(false);
      await nextFrame();
      expect(parts(wall, 'modal')).to.have.length(0);
      expect(errors[0]?.detail).to.include({ type: 'PAUSE_WALL_INITIALIZATION_ERROR' });
      expect(errors[0]?.detail.error.code).to.equal('network');
    });

    it('names the option that is missing', async () => {
      const wall = await fixture<PauseWallElement>(html`<fw-pause-wall></fw-pause-wall>`);
      const errors = recorded(wall, 'fw-error');
      expect(await wall.check()).to.equal(false);
      await nextFrame();
      expect(errors[0]?.detail.error.field).to.equal('customer');
    });

    it('looks again when the customer comes back, who may have resumed elsewhere', async () => {
      const service = open(pause);
      const wall = await stands(pauseWall());
      service.wall = null;
      document.dispatchEvent(new Event('visibilitychange'));
      await fallen(wall);
      expect(service.requests.at(-1)?.body).to.include({ forceCheck: true });
    });
  });

  describe('resuming', () => {
    it('lets the customer in at once, says so, and tells the host', async () => {
      const service = open(pause);
      const wall = await stands(pauseWall());
      const resumed = next(wall, 'fw-resume');
      press(wall, 'Resume now');
      const { detail } = await resumed;
      expect(detail.customer).to.deep.equal(customer);
      expect(dialogOf(wall)).to.equal(null);
      expect(service.requests.at(-1)?.path).to.equal('/resume');
      await says(wall, 'notice', 'Your subscription is running again.');
      press(wall, 'Close');
      await waitUntil(() => parts(wall, 'notice').length === 0);
    });

    it('is sent once, and shows that it is on its way', async () => {
      const service = open(pause);
      service.replies['/resume'] = ['never'];
      const wall = await stands(pauseWall());
      press(wall, 'Resume now');
      await says(wall, 'primary-button', 'Resuming…');
      for (const button of wall.shadowRoot?.querySelectorAll('button') ?? [])
        expect(button.disabled).to.equal(true);
      part(wall, 'primary-button').click();
      await nextFrame();
      expect(service.count('/resume')).to.equal(1);
    });

    it('says why it failed, and brings the customer to it', async () => {
      const service = open(pause);
      service.replies['/resume'] = [{ status: 402, code: 'payment_declined' }];
      const wall = await stands(pauseWall());
      const errors = recorded(wall, 'fw-error');
      press(wall, 'Resume now');
      await says(wall, 'alert', 'Your payment was declined.');
      expect(errors[0]?.detail.type).to.equal('PAUSE_WALL_RESUME_ERROR');
      expect(wall.shadowRoot?.activeElement).to.equal(part(wall, 'alert'));
      expect(labels(wall)).to.deep.equal(['Resume now', 'Cancel subscription']);
    });

    it('shuts nobody out of whom it is not known whether they resumed', async () => {
      const service = open(pause);
      service.replies['/resume'] = ['lost'];
      const wall = await stands(pauseWall());
      press(wall, 'Resume now');
      await says(wall, 'text-button', 'Continue for now');
      const closed = next(wall, 'fw-pause-wall-close');
      press(wall, 'Continue for now');
      await closed;
      expect(dialogOf(wall)).to.equal(null);
    });

    it('uses the host’s words', async () => {
      open(pause);
      const handlers = { handleResume: () => Promise.reject(new Error('Please call us.')) };
      const wall = await stands(pauseWall({ handlers }));
      press(wall, 'Resume now');
      await says(wall, 'alert', 'Please call us.');
      wall.handlers = { handleResume: () => ({ message: 'Good to see you.' }) };
      wall.hide();
      await stands(wall.check().then(() => wall));
      press(wall, 'Resume now');
      await says(wall, 'notice', 'Good to see you.');
    });
  });

  describe('cancelling', () => {
    it('asks first, and takes no for an answer', async () => {
      const service = open(pause);
      const wall = await stands(pauseWall());
      press(wall, 'Cancel subscription');
      await says(wall, 'heading', 'Cancel your subscription?');
      expect(wall.shadowRoot?.activeElement?.id).to.equal('heading');
      press(wall, 'Keep my subscription');
      await says(wall, 'heading', 'Your subscription is paused');
      expect(service.count('/cancel')).to.equal(0);
    });

    it('cancels, tells the host, and still offers to resume', async () => {
      open(pause);
      const wall = await stands(pauseWall());
      press(wall, 'Cancel subscription');
      await says(wall, 'danger-button', 'Cancel subscription');
      const canceled = next(wall, 'fw-cancel');
      part(wall, 'danger-button').click();
      const { detail } = await canceled;
      expect(detail.outcome).to.deep.equal({ type: 'cancel', endsAt: '2999-12-10T09:00:00.000Z' });
      await says(wall, 'notice', 'ends on December 10, 2999');
      expect(labels(wall)).to.deep.equal(['Resume now']);
    });
  });

  describe('its looks', () => {
    it('fit a window of 320 pixels', async () => {
      await page.viewport(320, 640);
      open(pause);
      const wall = await stands(pauseWall({ softWall: true }));
      const panel = part(wall, 'modal');
      const { left, right, bottom } = panel.getBoundingClientRect();
      expect([left, right, bottom]).to.deep.equal([0, 320, 640]);
      expect(panel.scrollWidth).to.equal(panel.clientWidth);
      for (const button of wall.shadowRoot?.querySelectorAll('button') ?? [])
        expect(button.offsetHeight).to.be.at.least(44);
      await page.viewport(1024, 768);
    });

    it('follow the direction of the page', async () => {
      document.documentElement.dir = 'rtl';
      open(pause);
      const wall = await stands(pauseWall({ softWall: true }));
      const panel = part(wall, 'modal').getBoundingClientRect();
      const close = part(wall, 'close-button').getBoundingClientRect();
      expect(close.left - panel.left).to.be.lessThan(panel.width / 2);
      document.documentElement.dir = '';
    });

    it('are accessible in every state', async () => {
      const service = open(pause);
      const handlers = { handleLogout: () => undefined };
      const wall = await stands(pauseWall({ softWall: true, handlers }));
      await expectWallAccessible(wall);
      press(wall, 'Cancel subscription');
      await says(wall, 'heading', 'Cancel your subscription?');
      await expectWallAccessible(wall);
      press(wall, 'Back');
      await says(wall, 'heading', 'Your subscription is paused');
      service.replies['/resume'] = [{ status: 402, code: 'payment_declined' }, 'never'];
      press(wall, 'Resume now');
      await says(wall, 'alert', 'declined');
      await expectWallAccessible(wall);
      press(wall, 'Resume now');
      await says(wall, 'primary-button', 'Resuming…');
      await expectWallAccessible(wall);
    });

    it('are accessible once it has fallen', async () => {
      open(pause);
      const wall = await stands(pauseWall());
      press(wall, 'Resume now');
      await says(wall, 'notice', 'running again');
      await expectWallAccessible(wall);
    });
  });
});
