import { bootstrapApplication } from '@angular/platform-browser';
import { provideServerRendering, renderApplication } from '@angular/platform-server';
import { expect, it } from 'vitest';
import * as everything from './index.js';
import type { CancelFlowControls } from './inject-cancel-flow.js';
import type { WallControls } from './inject-walls.js';
import { Account, accountHtml, accountProviders } from './testing/account.js';

const settings = {
  document: '<test-page></test-page>',
  url: 'http://localhost/account',
  allowedHosts: ['localhost'],
};

it('there is no DOM, and every entry can be imported', () => {
  expect(globalThis).not.toHaveProperty('document');
  expect(everything).toHaveProperty('SurveyStep');
});

it('a cancel button is a link that leads on without script, and nothing tells of the customer', async () => {
  const html = await renderApplication(
    (context) =>
      bootstrapApplication(
        Account,
        { providers: [provideServerRendering(), ...accountProviders] },
        context,
      ),
    settings,
  );
  expect(html).toBe(`<html><head></head><body>${accountHtml}</body></html>`);
});

it('what needs a page says where to call it', async () => {
  let flow: CancelFlowControls | undefined;
  let wall: WallControls | undefined;
  await renderApplication(async (context) => {
    const app = await bootstrapApplication(
      Account,
      { providers: [provideServerRendering(), ...accountProviders] },
      context,
    );
    ({ flow, wall } = app.components[0]?.instance as Account);
    return app;
  }, settings);
  expect(() => flow?.open()).toThrow(
    /injectCancelFlow\(\) cannot show anything on a server.*afterNextRender/,
  );
  await expect(flow?.show()).rejects.toThrow(/on a server/);
  await expect(wall?.check()).rejects.toThrow(
    /injectPauseWall\(\) cannot show anything on a server/,
  );
});
