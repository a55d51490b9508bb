import { wordsIn } from '@fairwell-examples/account';
import type { Route } from 'playwright';
import { expect, it } from 'vitest';
import {
  addressOf,
  choose,
  confirmButton,
  describeCapability,
  dialog,
  expectHeard,
  goToConfirmation,
  openAccount,
  openActive,
  openFlow,
  press,
  pressBehind,
  scene,
  stateOf,
  type AtAccount,
} from './stage.ts';

const surfaces = { light: 'rgb(255, 255, 255)', dark: 'rgb(15, 23, 42)' };

/** The ground of what stands over the page. */
function surface(at: AtAccount): Promise<string> {
  return at.page
    .locator('[part~="modal"]')
    .first()
    .evaluate((element) => getComputedStyle(element).backgroundColor);
}

describeCapability('theme', () => {
  it('a flow has the theme that the page has, from the first and when it changes', async () => {
    const at = await openActive({ theme: 'dark' });
    await openFlow(at);
    await expect.poll(() => surface(at)).toBe(surfaces.dark);
    await choose(at, at.words.theme, 'light');
    await expect.poll(() => surface(at)).toBe(surfaces.light);
  });
});

describeCapability('language', () => {
  it('a flow speaks the language of the page, from right to left where that is so', async () => {
    const at = await openActive({ language: 'ar' });
    await openFlow(at);
    await dialog(at).getByRole('button', { name: 'إغلاق', exact: true }).waitFor();
    await at.page.getByText(at.words.rate('Seed Box')).waitFor();
    expect(await dialog(at).evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  });

  it('an open flow follows the page into another language, its custom step too', async () => {
    const at = await openActive();
    await openFlow(at);
    await dialog(at).getByRole('button', { name: 'Close', exact: true }).waitFor();
    await choose(at, at.words.language, 'de');
    await dialog(at).getByRole('button', { name: 'Schließen', exact: true }).waitFor();
    await at.page.getByText(wordsIn('de').rate('Seed Box')).waitFor();
    await at.page.getByText(wordsIn('de').note).waitFor();
    expect((await stateOf(at)).sessions).toHaveLength(1);
  });
});

if (scene.example.rendering === 'server')
  describeCapability('serverRendering', () => {
    it('the HTML of the server has the heading and the link', async () => {
      const { url } = await addressOf('active');
      const html = await (await fetch(url)).text();
      expect(html).toMatch(/<h1[^>]*>Your subscription<\/h1>/);
      expect(html).toMatch(/<a[^>]+href="mailto:goodbye@[^>]*>\s*Cancel subscription/);
    });

    it('without script the link is there, and nothing hides it', async () => {
      const at = await openAccount('active', {}, { javaScriptEnabled: false });
      const link = at.page.getByRole('link', { name: at.words.cancel });
      await link.waitFor();
      expect(await link.getAttribute('href')).toMatch(/^mailto:/);
    });

    it('works in the language and theme of the first answer', async () => {
      const at = await openActive({ language: 'ar', theme: 'dark' });
      await openFlow(at);
      await dialog(at).getByRole('button', { name: 'إغلاق', exact: true }).waitFor();
      await expect.poll(() => surface(at)).toBe(surfaces.dark);
    });
  });

describeCapability('unmount', () => {
  it('what is in flight is done once and told, and nothing is left over', async () => {
    const at = await openActive();
    const asked: Route[] = [];
    await at.page.route('**/v1/sessions/*/actions', (route) => void asked.push(route));
    await goToConfirmation(at);
    await confirmButton(at).click();
    await expect.poll(() => asked.length).toBe(1);
    await pressBehind(at, at.words.leave);
    await at.page.getByRole('heading', { name: at.words.elsewhere }).waitFor();
    await asked[0]?.continue();
    await expect.poll(async () => (await stateOf(at)).subscription).toHaveProperty('cancelAt');
    await expect
      .poll(async () => (await stateOf(at)).sessions)
      .toMatchObject([{ result: 'cancel' }]);
    await expectHeard(at, ['open', 'cancel', 'closed cancel']);
    expect(asked).toHaveLength(1);
    expect(await dialog(at).count()).toBe(0);
    expect(await at.page.locator('fw-cancel-flow, fw-cancel-button').count()).toBe(0);

    await press(at, at.words.back);
    await at.page.getByRole('heading', { name: at.words.title }).waitFor();
  });

  it('a flow that is only open closes with its page', async () => {
    const at = await openActive();
    await openFlow(at);
    await pressBehind(at, at.words.leave);
    await at.page.getByRole('heading', { name: at.words.elsewhere }).waitFor();
    await dialog(at).waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await stateOf(at)).sessions)
      .toMatchObject([{ result: 'abort' }]);
  });
});
