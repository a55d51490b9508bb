import { expect } from '@open-wc/testing';
import { afterEach, describe, it } from 'vitest';
import type { Stripe } from '@stripe/stripe-js';
import { createStripeLoader, type StripeJs } from './stripe.js';

/** A script as another server would have it. */
function script(source: string): string {
  return URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
}

const stripe = `
  globalThis.loads = (globalThis.loads ?? 0) + 1;
  globalThis.Stripe = (key, { locale }) => ({ key, locale });
`;

async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'Stripe');
  Reflect.deleteProperty(globalThis, 'loads');
});

/** Stripe's own types fit the part of them that is used, or this does not compile. */
const official: (stripe: Stripe) => StripeJs = (own) => own;

describe('loading Stripe.js', () => {
  it('loads the script once, however many ask', async () => {
    const load = createStripeLoader(script(stripe));
    const [first, second] = await Promise.all([load('pk_1', 'de'), load('pk_2', 'de')]);
    expect(first).to.deep.equal({ key: 'pk_1', locale: 'de' });
    expect(second).to.include({ key: 'pk_2' });
    expect(await load('pk_1', 'de')).to.equal(first);
    expect(Reflect.get(globalThis, 'loads')).to.equal(1);
  });

  it('takes the one that the page has loaded itself', async () => {
    Reflect.set(globalThis, 'Stripe', (key: string) => ({ key }));
    const load = createStripeLoader(script('throw new Error("not needed")'));
    expect(await load('pk_1', 'en')).to.deep.equal({ key: 'pk_1' });
  });

  it('rejects where it cannot be loaded, and tries again when asked again', async () => {
    const load = createStripeLoader('blob:nothing');
    expect(await rejection(load('pk_1', 'en'))).to.be.instanceOf(Error);
    expect(document.querySelector('script[src="blob:nothing"]')).to.equal(null);
    Reflect.set(globalThis, 'Stripe', (key: string) => ({ key }));
    expect(await load('pk_1', 'en')).to.deep.equal({ key: 'pk_1' });
  });

  it('rejects where something else comes', async () => {
    const load = createStripeLoader(script('globalThis.other = true'));
    expect(await rejection(load('pk_1', 'en'))).to.be.instanceOf(Error);
  });

  it('loads from Stripe, in the version that its types are of', async () => {
    const load = createStripeLoader();
    const asked = new Promise<string>((resolve) => {
      new MutationObserver((records, observer) => {
        const script = records.flatMap(({ addedNodes }) => [...addedNodes])[0];
        if (!(script instanceof HTMLScriptElement)) return;
        observer.disconnect();
        resolve(script.src);
        script.removeAttribute('src');
        script.dispatchEvent(new Event('error'));
      }).observe(document.head, { childList: true });
    });
    expect(await rejection(load('pk_1', 'en'))).to.be.instanceOf(Error);
    expect(await asked).to.equal('https://js.stripe.com/endive/stripe.js');
    expect(official).to.be.a('function');
  });

  // The last one: a policy cannot be taken back.
  it('loads where Trusted Types are enforced, by a policy of its own', async () => {
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "require-trusted-types-for 'script'; trusted-types fairwell-stripe lit-html";
    document.head.append(policy);
    const element = document.createElement('script');
    expect(() => (element.src = 'blob:untrusted')).to.throw(TypeError);
    const load = createStripeLoader(script(stripe));
    expect(await load('pk_1', 'en')).to.include({ key: 'pk_1' });
  });
});
