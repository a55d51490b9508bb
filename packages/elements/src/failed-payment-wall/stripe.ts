/** The part of Stripe.js that is used; its own types fit these. */
export interface StripeJs {
  elements(options: { clientSecret: string; appearance: StripeAppearance }): StripeElements;
  confirmSetup(options: {
    elements: StripeElements;
    redirect: 'if_required';
    confirmParams?: { return_url?: string };
  }): Promise<{
    error?: StripeError;
    setupIntent?: { payment_method: string | { id: string } | null };
  }>;
  handleNextAction(options: { clientSecret: string }): Promise<{ error?: StripeError }>;
}

export interface StripeElements {
  create(type: 'payment'): StripePaymentElement;
}

export interface StripePaymentElement {
  mount(container: HTMLElement): void;
  destroy(): void;
  on(event: 'ready', handler: () => void): unknown;
  on(event: 'loaderror', handler: (event: { error: StripeError }) => void): unknown;
}

export interface StripeError {
  /** In the customer's language. */
  message?: string;
}

/** What the form takes over of our looks. */
export interface StripeAppearance {
  theme: 'stripe' | 'night';
  variables: Record<
    'colorPrimary' | 'colorBackground' | 'colorText' | 'borderRadius' | 'fontFamily',
    string
  >;
}

/**
 * Makes Stripe.js ready for a publishable key; rejects where it cannot be loaded. The locale is a
 * BCP 47 tag.
 */
export type LoadStripe = (publishableKey: string, locale: string) => Promise<StripeJs>;

type StripeConstructor = (publishableKey: string, options: { locale: string }) => StripeJs;

/** Stripe wants it loaded from there, and from nowhere else. Of the API version that the service speaks. */
const address = 'https://js.stripe.com/endive/stripe.js';

/** The name to allow where a page restricts Trusted Types by name. */
const policyName = 'fairwell-stripe';

interface Policy {
  /** What comes of it is a trusted address, which a sink takes as a string. */
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

/** There can be one of a name in a page. */
let policy: Policy | undefined;

function isTrustedTypes(value: unknown): value is TrustedTypes {
  return typeof value === 'object' && value !== null && 'createPolicy' in value;
}

function isConstructor(value: unknown): value is StripeConstructor {
  return typeof value === 'function';
}

function trusted(url: string): string {
  const trustedTypes: unknown = Reflect.get(globalThis, 'trustedTypes');
  if (!isTrustedTypes(trustedTypes)) return url;
  policy ??= trustedTypes.createPolicy(policyName, { createScriptURL: (script) => script });
  return policy.createScriptURL(url);
}

function loadScript(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = trusted(url);
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(`${url} could not be loaded.`));
    };
    document.head.append(script);
  });
}

function found(): StripeConstructor | undefined {
  const constructor: unknown = Reflect.get(globalThis, 'Stripe');
  return isConstructor(constructor) ? constructor : undefined;
}

/** @param url where Stripe.js is. A page that has loaded it itself is spared that. */
export function createStripeLoader(url = address): LoadStripe {
  let loading: Promise<void> | undefined;
  const ready = new Map<string, StripeJs>();

  return async (publishableKey, locale) => {
    const known = ready.get(publishableKey);
    if (known) return known;
    if (!found()) {
      loading ??= loadScript(url).finally(() => (loading = undefined));
      await loading;
    }
    const stripe = found()?.(publishableKey, { locale });
    if (!stripe) throw new Error(`${url} is not Stripe.js.`);
    ready.set(publishableKey, stripe);
    return stripe;
  };
}
