type Kind = 'a list' | 'an object' | 'a text' | 'a number' | 'a function';

const tests: Record<Kind, (value: unknown) => boolean> = {
  'a list': Array.isArray,
  'an object': (value) => typeof value === 'object' && !Array.isArray(value),
  'a text': (value) => typeof value === 'string',
  'a number': (value) => Number.isFinite(value),
  'a function': (value) => typeof value === 'function',
};

/** What each property of the steps, offers and walls has to be; one name means the same everywhere. */
const kinds: Record<string, Kind> = {
  activeOffer: 'an object',
  choices: 'a list',
  customer: 'an object',
  day: 'a text',
  description: 'a text',
  discounts: 'a list',
  error: 'an object',
  followUp: 'an object',
  handlers: 'an object',
  header: 'a text',
  i18n: 'an object',
  invoice: 'an object',
  issue: 'an object',
  length: 'a number',
  losses: 'a list',
  minLength: 'a number',
  now: 'a function',
  offer: 'an object',
  outcome: 'an object',
  serviceUrl: 'a text',
  shouldShowFailedPaymentWall: 'a function',
  step: 'an object',
  subscription: 'an object',
  subscriptions: 'a list',
  text: 'a text',
};

function show(value: unknown): string {
  const shown = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
}

/** Which properties of the element are of a wrong type, each in a sentence. */
export function faultyProperties(element: Element): string[] {
  return Object.entries(kinds).flatMap(([name, kind]) => {
    const value: unknown = Reflect.get(element, name);
    if (!(name in element) || value === undefined || value === null || tests[kind](value))
      return [];
    return [`${name}: expected ${kind}, got ${show(value)}`];
  });
}
