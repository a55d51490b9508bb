import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { js, useSite } from './site.ts';

const site = useSite();

/** A page with the script, and one of its own; what that tells is in `window.heard`. */
const open = (script: string, body = ''): Promise<Page> =>
  site.open({
    head: `<script src="${site.src}"></script>`,
    body,
    script: `window.heard = []; ${script}`,
  });

const heard = (page: Page): Promise<unknown> =>
  page.evaluate((): unknown => Reflect.get(window, 'heard'));
const hear = (name: string): string =>
  `${name}: (...given) => { heard.push([${js(name)}, ...given]); }`;
const credentialOf = (customer: string) => js(site.service.credentialOf(customer));
const survey = (page: Page) => page.getByRole('heading', { name: 'Why are you leaving?' });

describe("check('pause')", () => {
  const check = (more = '') =>
    `window.fairwell.check('pause', { ...${credentialOf('cus_paused')}, provider: 'stripe', ${more} })`;

  it('stands until the customer resumes, and tells what happens', async () => {
    const listeners = [
      'onPauseWallActivated',
      'onResume',
      'onCancel',
      'onPauseWallClose',
      'onError',
    ];
    const page = await open(
      `${check(listeners.map(hear).join())}.then((stands) => heard.push(stands));`,
    );
    await page.getByRole('button', { name: 'Resume now' }).click();
    const { id, email } = { id: 'cus_paused', email: 'paused@example.com' };
    await expect
      .poll(() => heard(page))
      .toEqual([['onPauseWallActivated'], true, ['onResume', { id, email }]]);
  });

  it('a soft wall can be closed, and a logout has a button', async () => {
    const listeners = ['handleLogout', 'onPauseWallClose'].map(hear).join();
    const page = await open(`${check(`softWall: true, ${listeners}`)};`);
    await page.getByRole('button', { name: 'Log out' }).click();
    await expect.poll(() => heard(page)).toEqual([['handleLogout']]);
    await page.getByRole('button', { name: 'Continue for now' }).click();
    await expect.poll(() => heard(page)).toEqual([['handleLogout'], ['onPauseWallClose']]);
  });

  it('each check stands alone', async () => {
    const page = await open(`(async () => {
      await ${check(`softWall: true, ${hear('onPauseWallActivated')}`)};
      heard.push('again');
      await ${check(`forceCheck: true, subscriptionId: 'sub_paused'`)};
    })();`);
    await page.getByRole('heading', { name: 'Your subscription is paused' }).waitFor();
    await expect.poll(() => heard(page)).toEqual([['onPauseWallActivated'], 'again']);
    await page.getByRole('button', { name: 'Continue for now' }).waitFor({ state: 'detached' });
  });

  it('an earlier signal takes no later wall down', async () => {
    const page = await open(`(async () => {
      const early = new AbortController();
      const late = new AbortController();
      window.late = late;
      await ${check('signal: early.signal')};
      await ${check('signal: late.signal')};
      early.abort();
    })();`);
    const wall = page.getByRole('heading', { name: 'Your subscription is paused' });
    await wall.waitFor();
    await page.evaluate(() => (Reflect.get(window, 'late') as AbortController).abort());
    await wall.waitFor({ state: 'detached' });
  });

  it('is taken down by hide()', async () => {
    const page = await open(`${check()};`);
    const wall = page.getByRole('heading', { name: 'Your subscription is paused' });
    await wall.waitFor();
    await page.evaluate(() => window.fairwell?.hide());
    await wall.waitFor({ state: 'detached' });
  });

  it('lets in whom it cannot ask about, and says why', async () => {
    const refused = `window.fairwell.check('pause', { customerId: 'cus_paused', authHash: 'wrong', onError: (error, type) => heard.push(error.code, type) }).then((stands) => heard.push(stands))`;
    const page = await open(`${refused};`);
    await expect
      .poll(() => heard(page))
      .toEqual(['auth_hash_invalid', 'PAUSE_WALL_INITIALIZATION_ERROR', false]);
    await site.expectComplaint(page, '401');
  });
});

describe("check('failed-payment')", () => {
  it('asks the page with the amount as a number, its currency beside it', async () => {
    const page = await open(`window.fairwell.check('failed-payment', {
      ...${credentialOf('cus_overdue')},
      shouldShowFailedPaymentWall: ({ amountDue, currency }, { id }) => { heard.push([amountDue, currency, id]); return 'soft'; },
      ${['onFailedPaymentWallActivated', 'onFailedPaymentWallClose'].map(hear).join()}
    });`);
    await page.getByRole('button', { name: 'Continue for now' }).click();
    await expect
      .poll(() => heard(page))
      .toEqual(
        expect.arrayContaining([
          [2900, 'usd', 'cus_overdue'],
          ['onFailedPaymentWallActivated'],
          ['onFailedPaymentWallClose'],
        ]),
      );
  });
});

describe('managedFlow', () => {
  it('mails a code to the customer, who then sees the flow', async () => {
    const page = await open(`window.fairwell.managedFlow('show', {
      mode: 'sandbox', provider: 'stripe', prefilled: { email: 'robin@example.com' },
      customerDataEndpoint: 'https://acme.example.com/data',
    });`);
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await expect.poll(() => site.service.mailedCode()).toMatch(/^\d{6}$/);
    await page.getByRole('textbox').fill(await site.service.mailedCode());
    await page.getByRole('button', { name: 'Continue' }).click();
    await survey(page).waitFor();
  });
});

describe('a session that the back end made', () => {
  it('opens by showRetentionView', async () => {
    const session = await site.service.retentionSession('cus_monthly');
    const page = await open(`window.fairwell.showRetentionView(${js(session)});`);
    await survey(page).waitFor();
  });

  it('opens by the button that mountCancelButton puts into an element, with the classes of the page', async () => {
    const session = await site.service.retentionSession('cus_monthly');
    const page = await open(
      `window.fairwell.mountCancelButton('place', ${js(session)}, 'big red');`,
      '<div id="place"></div>',
    );
    const button = page.locator('#place > button.big.red');
    expect(await button.textContent()).toBe('Cancel subscription');
    await button.click();
    await survey(page).waitFor();
  });

  it('has our own button without classes, and the words that stood there with them; mounted again there is one', async () => {
    const page = await open(
      `(async () => {
        await window.fairwell.mountCancelButton('place', 'ret_1');
        await window.fairwell.mountCancelButton('place', 'ret_2');
        await window.fairwell.mountCancelButton('own', 'ret_2', 'link');
      })();`,
      '<div id="place"></div><div id="own">End my plan</div>',
    );
    await page.getByRole('button', { name: 'Cancel subscription' }).waitFor();
    await page.getByRole('button', { name: 'End my plan' }).waitFor();
    expect(await page.getByRole('button').count()).toBe(2);
  });

  it.each([
    [
      'element',
      `window.fairwell.mountCancelButton('gone', 'ret_1')`,
      'no element with the id "gone"',
    ],
    ['session', `window.fairwell.showRetentionView('')`, 'the id of a session is missing'],
  ])('says so where there is no %s', async (_what, call, words) => {
    const page = await open(`${call}.catch(({ message }) => heard.push(message));`);
    await expect.poll(async () => String(await heard(page))).toContain(words);
  });
});

describe('event', () => {
  const send = (options: string) =>
    `window.fairwell.event(${options}).then(() => heard.push('kept'), ({ message }) => heard.push(message));`;
  const events = () =>
    site.service.database.query
      .selectFrom('customer_events')
      .select(['customer_id', 'event', 'data'])
      .execute();

  it('is kept for the customer whom the credential names', async () => {
    const page = await open(
      send(
        `{ ...${credentialOf('cus_monthly')}, customerEmail: 'robin@example.com', event: 'Post Created', eventData: { postType: 'image' } }`,
      ),
    );
    await expect.poll(() => heard(page)).toEqual(['kept']);
    expect(await events()).toEqual([
      { customer_id: 'cus_monthly', event: 'Post Created', data: { postType: 'image' } },
    ]);
  });

  it('is not sent where nobody signed it', async () => {
    const page = await open(send(`{ customerEmail: 'robin@example.com', event: 'Post Created' }`));
    await expect.poll(async () => String(await heard(page))).toContain('who is the customer?');
    expect(await events()).toEqual([]);
  });
});

describe('attach, where the service is away', () => {
  it('the link leads where it leads, and the page can be used', async () => {
    const page = await open(
      `window.fairwell.attach('a.leave', ${credentialOf('cus_monthly')});`,
      '<a class="leave" href="/cancel">Leave</a>',
    );
    await page.route(`${site.service.url}/**`, (route) => route.abort());
    await page.getByRole('link', { name: 'Leave' }).click();
    await page.getByText('/cancel').waitFor();
    await site.expectComplaint(page, 'the cancel flow did not come');
    await site.expectComplaint(page, 'net::ERR_FAILED');
  });

  it('or its code is, too', async () => {
    const page = await open(
      `window.fairwell.attach('a.leave', ${credentialOf('cus_monthly')});`,
      '<a class="leave" href="/cancel">Leave</a>',
    );
    await page.route('**/chunks/**', (route) => route.abort());
    await page.getByRole('link', { name: 'Leave' }).click();
    await page.getByText('/cancel').waitFor();
    await site.expectComplaint(page, 'the cancel flow did not come');
    await site.expectComplaint(page, 'net::ERR_FAILED');
  });

  it('or that of its first page alone', async () => {
    const page = await open(
      `window.fairwell.attach('a.leave', {
        provider: 'direct', customer: { id: 'cus_1' }, handleCancel() {}, handlePause() {},
        flow: { id: 'pause', steps: [{ id: 'first', type: 'offer', offer: { type: 'pause', maxLength: 2, interval: 'month' } }, { id: 'sure', type: 'confirm' }] },
        subscriptions: [{ id: 'sub_1', start: new Date(), status: { name: 'active', currentPeriod: { start: new Date(), end: new Date(Date.now() + 1e9) } }, items: [{ price: { id: 'price_1', amount: { value: 900 } } }] }],
      });`,
      '<a class="leave" href="/cancel">Leave</a>',
    );
    await page.route('**/chunks/pause-offer*', (route) => route.abort());
    await page.getByRole('link', { name: 'Leave' }).click();
    await page.getByText('/cancel').waitFor();
    await site.expectComplaint(page, 'the cancel flow did not come');
    await site.expectComplaint(page, 'net::ERR_FAILED');
  });

  it('a link that opens another page does', async () => {
    const page = await open(
      `window.fairwell.attach('a.leave', ${credentialOf('cus_monthly')});`,
      '<a class="leave" href="/cancel" target="_blank">Leave</a>',
    );
    await page.route(`${site.service.url}/**`, (route) => route.abort());
    const opened = page.waitForEvent('popup');
    await page.getByRole('link', { name: 'Leave' }).click();
    await (await opened).getByText('/cancel').waitFor();
    await site.expectComplaint(page, 'the cancel flow did not come');
    await site.expectComplaint(page, 'net::ERR_FAILED');
  });
});
