import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as everything from './index.js';
import { defaults } from './options.js';
import { hostOptions } from '@fairwell-tools/adapters/testing/samples';
import { buildApp } from './testing/build-app.js';

const { cancelFlow, customStep, defineCustomElements, pauseWall, provideFairwell } = everything;

/** As a component in its constructor. */
const component = {};

describe('on a server', () => {
  it('there is no DOM, and every entry can be imported', () => {
    expect(globalThis).not.toHaveProperty('document');
    expect(everything).toHaveProperty('CancelButton');
  });

  it('no element is registered', async () => {
    await expect(defineCustomElements()).resolves.toBeUndefined();
  });

  it('what is provided for one customer is not there for the next', () => {
    provideFairwell(hostOptions());
    expect(defaults()).toEqual({});
  });

  it('a flow is idle, and says what to do where it is opened', async () => {
    const flow = cancelFlow(component, hostOptions());
    expect(flow.state.status).toBe('idle');
    expect(() => flow.open()).toThrow(/server.*componentDidLoad/);
    await expect(flow.show()).rejects.toThrow(/server/);
  });

  it('nothing is known of a wall, and it is not asked for', async () => {
    const wall = pauseWall(component, { serviceUrl: 'https://billing.example.com', session: 't' });
    expect(wall.stands).toBeUndefined();
    await expect(wall.check()).rejects.toThrow(/pauseWall\(\)\.check\(\).*server/);
  });

  it('a custom step can be made', () => {
    expect(customStep(component)).toHaveProperty('next');
  });
});

describe('a page that Stencil draws on a server', () => {
  let html = '';

  beforeAll(async () => {
    const folder = await buildApp('stencil.server.config.ts');
    const { renderToString } = createRequire(import.meta.url)(join(folder, 'server/index.js')) as {
      renderToString: (html: string, options: object) => Promise<{ html: string }>;
    };
    const options = { fullDocument: false, clientHydrateAnnotations: false };
    ({ html } = await renderToString('<account-plan></account-plan>', options));
  }, 120_000);

  it('has the link of the cancel button, with its class', () => {
    expect(html).toContain(
      '<fw-cancel-button><a href="/account/cancel" class="quiet">Cancel plan</a></fw-cancel-button>',
    );
  });

  it('tells nothing of the customer', () => {
    expect(html).toContain('<fw-pause-wall></fw-pause-wall>');
    expect(html).not.toMatch(/billing\.example\.com|cus_1|ret_1/);
  });
});
