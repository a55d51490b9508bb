import { bootstrapApplication } from '@angular/platform-browser';
import { expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { Account, accountHtml, accountProviders } from './testing/account.js';

it('a page from a server is taken over as it is, and works', async () => {
  const { childNodes } = new DOMParser().parseFromString(`<body>${accountHtml}`, 'text/html').body;
  const nodes = [...childNodes];
  document.body.prepend(...nodes);
  onTestFinished(() => nodes.forEach((node) => node.remove()));
  const link = document.querySelector('.quiet-link');

  const app = await bootstrapApplication(Account, { providers: accountProviders });
  onTestFinished(() => app.destroy());
  await app.whenStable();
  expect(document.querySelector('.quiet-link')).toBe(link);
  await page.getByRole('link', { name: 'Cancel plan' }).click();
  await expect.element(page.getByRole('heading', { name: 'Why are you leaving?' })).toBeVisible();
});
