import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import {
  CancelButton,
  CancelFlow,
  FairwellProvider,
  PauseWall,
  useCancelFlow,
  usePauseWall,
} from './index.js';
import * as everything from './index.js';
import { Account, accountHtml } from './testing/account.js';
import { hostOptions } from '@fairwell-tools/adapters/testing/samples';

function Headless() {
  const { state } = useCancelFlow();
  return <p>{state.status}</p>;
}

describe('on a server', () => {
  it('there is no DOM, and every entry can be imported', () => {
    expect(globalThis).not.toHaveProperty('document');
    expect(everything).toHaveProperty('SurveyStep');
  });

  it('a cancel button is a link, with its class, that leads on without script', () => {
    expect(renderToString(<Account />)).toBe(accountHtml);
  });

  it('a cancel button without options is the link alone', () => {
    expect(renderToString(<CancelButton href="/account/cancel">Cancel plan</CancelButton>)).toBe(
      '<a href="/account/cancel">Cancel plan</a>',
    );
  });

  it('a cancel flow is an empty element, and tells nothing of the customer', () => {
    expect(renderToString(<CancelFlow {...hostOptions()} />)).toBe(
      '<fw-cancel-flow></fw-cancel-flow>',
    );
  });

  it('a headless flow is idle', () => {
    expect(renderToString(<Headless />)).toBe('<p>idle</p>');
  });

  it('a wall is an empty element, and nothing is known of it', () => {
    const Hook = () => <p>{String(usePauseWall().stands)}</p>;
    expect(renderToString(<PauseWall serviceUrl="/billing" session="token" softWall />)).toBe(
      '<fw-pause-wall></fw-pause-wall>',
    );
    expect(renderToString(<Hook />)).toBe('<p>undefined</p>');
  });

  it('custom steps are defined by nobody', () => {
    const page = (
      <FairwellProvider {...hostOptions()} steps={{ 'acme-rating': () => <p>How was it?</p> }}>
        <p>Account</p>
      </FairwellProvider>
    );
    expect(renderToString(page)).toBe('<p>Account</p>');
  });

  it('what opens something says where to call it instead', async () => {
    let flow: ReturnType<typeof useCancelFlow> | undefined;
    const Opener = () => {
      flow = useCancelFlow(hostOptions());
      flow.open();
      return null;
    };
    expect(() => renderToString(<Opener />)).toThrow(/open\(\) was called on a server.*effect/);
    await expect(flow?.show()).rejects.toThrow(/show\(\) was called on a server/);

    const Checker = () => {
      void usePauseWall({ serviceUrl: '/billing' }).check();
      return null;
    };
    expect(() => renderToString(<Checker />)).toThrow(/check\(\) was called on a server/);
  });
});

describe('two copies of the package', () => {
  it('are named where options are missing, which a provider of the other copy may have', async () => {
    const one = await import('./mistakes.js');
    expect(one.missingFrom({}, 'CancelButton')).not.toContain('npm ls');
    vi.resetModules();
    const other = await import('./mistakes.js');
    expect(other.missingFrom({}, 'CancelButton')).toMatch(
      /<FairwellProvider>.*npm ls @fairwell\/react/,
    );
  });
});
