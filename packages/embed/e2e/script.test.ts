import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { js, nonce, useSite } from './site.ts';

const site = useSite();

/** Opens the flow, and writes how it ended into the title. */
const show = () =>
  `window.fairwell.init('show', ${js(site.service.credentialOf('cus_monthly'))}).then((result) => { document.title = result; }, (error) => { document.title = 'rejected: ' + error.message; });`;

async function cancel(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'I do not use it' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Cancel subscription', exact: true }).click();
  await page.getByRole('button', { name: 'Back to my account' }).click();
}

async function isCancelled(): Promise<boolean> {
  const [subscription] = await site.service.provider.listSubscriptions('cus_monthly');
  return subscription?.cancelAt !== undefined;
}

describe('the snippet', () => {
  it('carries out, under a strict policy and from another origin, what was called before the script had loaded', async () => {
    const head = site.snippet();
    const page = await site.open({ head, script: show(), early: true });
    await cancel(page);
    await expect.poll(() => page.title()).toBe('cancel');
    expect(await isCancelled()).toBe(true);
  });

  it('hands the integrity hash on', async () => {
    const head = site.snippet(`data-src="${site.src}" data-integrity="${site.integrity}"`);
    const page = await site.open({ head, script: show(), early: true });
    await page.getByRole('heading', { name: 'Why are you leaving?' }).waitFor();
  });

  it('may be a file of its own', async () => {
    const file = site.src.replace(/fairwell\.js.*/, 'stub.js');
    const head = `<script src="${file}" data-src="${site.src}"></script>`;
    const page = await site.open({ head, script: show(), early: true });
    await page.getByRole('heading', { name: 'Why are you leaving?' }).waitFor();
  });

  it('hands its nonce on, which is all that a policy may trust', async () => {
    const page = await site.open({
      head: site.snippet(`nonce="${nonce}" data-src="${site.src}"`),
      script: show(),
      early: true,
      scripts: `'nonce-${nonce}' 'strict-dynamic'`,
    });
    await page.getByRole('heading', { name: 'Why are you leaving?' }).waitFor();
  });

  it('keeps clicks from the page from when it has loaded on, and lets go what is detached', async () => {
    const button = '<button class="leave" type="button">Leave</button>';
    const page = await site.open({
      head: site.snippet(),
      body: `${button}<button class="stay" type="button">Stay</button>`,
      early: true,
      script: `
        window.fairwell.attach('.leave', ${js(site.service.credentialOf('cus_monthly'))});
        window.fairwell.attach('.stay', ${js(site.service.credentialOf('cus_monthly'))})();
        document.addEventListener('click', ({ target }) => { document.title = 'own ' + target.className; });`,
    });
    await page.waitForFunction(() => 'loaded' in Object(window.fairwell));
    await page.getByRole('button', { name: 'Stay' }).click();
    expect(await page.title()).toBe('own stay');
    await page.getByRole('button', { name: 'Leave' }).click();
    await page.getByRole('heading', { name: 'Why are you leaving?' }).waitFor();
    expect(await page.title()).toBe('own stay');
  });

  it.each([
    [
      'its address is wrong',
      () => `data-src="${site.src.replace('fairwell.js', 'gone.js')}"`,
      ['CORS policy', 'ERR_FAILED'],
    ],
    [
      'it is another than the hash says',
      () => `data-src="${site.src}" data-integrity="sha384-${'A'.repeat(64)}"`,
      ['integrity'],
    ],
  ])(
    'says so where the script does not come, because %s; the page goes on',
    async (_why, attributes, complaints) => {
      const page = await site.open({
        head: site.snippet(attributes()),
        body: '<a class="leave" href="/cancel">Leave</a>',
        script: `window.fairwell.attach('.leave', {}); window.fairwell.clearState(); ${show()}`,
        early: true,
      });
      await expect
        .poll(() => page.title())
        .toContain('rejected: fairwell: the script could not be loaded from');
      for (const each of complaints) await site.expectComplaint(page, each);
      await page.getByRole('link', { name: 'Leave' }).click();
      await page.getByText('/cancel').waitFor();
    },
  );

  it('is one too many the second time', async () => {
    const page = await site.open({ head: site.snippet() + site.snippet(), script: show() });
    await page.getByRole('heading', { name: 'Why are you leaving?' }).waitFor();
    await site.expectComplaint(page, 'the snippet is in this page twice');
  });
});

describe('the script alone', () => {
  const onLoad = () => `addEventListener('load', () => { ${show()} });`;

  it.each([
    ['in the head', (src: string) => ({ head: `<script src="${src}"></script>` })],
    ['deferred', (src: string) => ({ head: `<script src="${src}" defer></script>` })],
    [
      'async, with its hash',
      (src: string) => ({
        head: `<script src="${src}" async crossorigin integrity="${site.integrity}"></script>`,
      }),
    ],
    ['at the end', (src: string) => ({ body: `<script src="${src}"></script>` })],
  ])('works %s', async (_where, html) => {
    const page = await site.open({ ...html(site.src), script: onLoad() });
    await page.getByRole('heading', { name: 'Why are you leaving?' }).waitFor();
  });

  it('is ignored the second time', async () => {
    const tag = `<script src="${site.src}"></script>`;
    const page = await site.open({ head: tag + tag, script: onLoad() });
    await page.getByRole('heading', { name: 'Why are you leaving?' }).waitFor();
    await site.expectComplaint(page, 'twice; the second is ignored');
  });

  it('takes the place of a placeholder of the page, which stays the object it was', async () => {
    const page = await site.open({
      script: `
        const held = window.fairwell = { created: true };
        const policy = trustedTypes.createPolicy('fairwell', { createScriptURL: (url) => url });
        const script = document.createElement('script');
        script.src = policy.createScriptURL(${js(site.src)});
        script.onload = () => { if (held.created) ${show().replace('window.fairwell', 'held')} };
        document.head.append(script);`,
    });
    await page.getByRole('heading', { name: 'Why are you leaving?' }).waitFor();
  });

  it('says how to include it where it is none of its own', async () => {
    const page = await site.open({ head: `<script type="module" src="${site.src}"></script>` });
    await site.expectComplaint(page, 'without type="module"');
  });

  it('says so where the address of the service is missing or none', async () => {
    const without = site.src.replace(/\?.*/, '');
    const page = await site.open({ head: `<script src="${without}"></script>`, script: show() });
    await expect.poll(() => page.title()).toContain('where is the service?');
    const wrong = await site.open({
      head: `<script src="${without}?serviceUrl=billing.example.com"></script>`,
      script: show(),
    });
    await expect.poll(() => wrong.title()).toContain('it has to begin with https://');
  });

  it.each([
    ['runs what has its hash', (hash: string) => hash, 'cancel'],
    [
      'and nothing else',
      () => `sha384-${'A'.repeat(64)}`,
      'rejected: fairwell: the code of the call could not be loaded',
    ],
  ])('loads by an import map of hashes: %s', async (_what, hashOf, outcome) => {
    const entries = Object.entries(site.modules).map(([url, hash]) => [url, hashOf(hash)]);
    const map = JSON.stringify({ integrity: Object.fromEntries(entries) as unknown });
    const page = await site.open({
      head: `<script type="importmap" nonce="${nonce}">${map}</script><script src="${site.src}"></script>`,
      script: show(),
    });
    if (outcome === 'cancel') await cancel(page);
    else await site.expectComplaint(page, 'integrity');
    await expect.poll(() => page.title()).toContain(outcome);
  });

  it('says so where something else answers at the address of the service', async () => {
    const { pathname, origin } = new URL(site.src);
    const page = await site.open({
      head: `<script src="${origin}${pathname}?serviceUrl=/account"></script>`,
      script: show(),
    });
    await page.getByRole('dialog').getByRole('button', { name: 'Try again' }).waitFor();
    await site.expectComplaint(page, 'No Fairwell service answers at');
  });
});
