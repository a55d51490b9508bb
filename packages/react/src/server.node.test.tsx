import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CancelButton, CancelFlow, useCancelFlow } from './index.js';
import * as everything from './index.js';
import { Account, accountHtml } from './testing/account.js';
import { hostOptions } from './testing/samples.js';

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
});
