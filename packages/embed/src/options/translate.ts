import type { FairwellEventMap } from '@fairwell/elements';
import { tellOnce } from './report.js';

export type EventName = keyof FairwellEventMap;

/** A callback that is told of an event; `Context` is what else it is told. */
interface Heard<Listener, Context> {
  hears: EventName;
  tell: (listener: Listener, event: Event, context: Context) => void;
}

/** A callback is told of this event, by `tell`. */
export function heard<E extends EventName, Listener, Context>(
  hears: E,
  tell: (listener: Listener, event: FairwellEventMap[E], context: Context) => void,
): Heard<Listener, Context> {
  const isIt = (event: Event): event is FairwellEventMap[E] => event.type === hears;
  return {
    hears,
    tell: (listener, event, context) => {
      if (isIt(event)) tell(listener, event, context);
    },
  };
}

/** What becomes of an option: ours, a listener, or nothing; the page's author is told why. */
type Use<Value, Given, Ours, Context> =
  | { to: (value: Value, given: Given) => Partial<Ours> }
  | Heard<Value, Context>
  | { nothing: (value: Value) => string | undefined };

/** What becomes of each: a new one fails the build until it is said. */
export type Uses<Given, Ours, Context = undefined> = {
  readonly [K in keyof Required<Given>]: Use<NonNullable<Given[K]>, Given, Ours, Context>;
};

/** To be told of an event of the element that a call shows. */
export interface Hearing<Context> {
  name: EventName;
  tell: (event: Event, context: Context) => void;
}

export interface Translation<Ours, Context> {
  /** The options under our names, their handlers together. */
  options: Partial<Ours>;
  hearings: Hearing<Context>[];
}

/** @param call How the page's author knows the call. */
export function translate<
  Given extends object,
  Ours extends { handlers?: object | undefined },
  Context,
>(call: string, uses: Uses<Given, Ours, Context>, given: Given): Translation<Ours, Context> {
  const isOption = (name: string): name is keyof Given & string => Object.hasOwn(uses, name);
  let options: Partial<Ours> = {};
  const hearings: Hearing<Context>[] = [];
  for (const name of Object.keys(given)) {
    if (!isOption(name)) {
      tellOnce('warn', `${call}: there is no option "${name}".`);
      continue;
    }
    const value = given[name];
    if (value === undefined || value === null) continue;
    const use = uses[name];
    if ('nothing' in use) {
      const why = use.nothing(value);
      if (why) tellOnce('info', `${call}: "${name}" does nothing here: ${why}`);
    } else if ('hears' in use)
      hearings.push({ name: use.hears, tell: (event, context) => use.tell(value, event, context) });
    else {
      const ours = use.to(value, given);
      const handlers = { ...options.handlers, ...ours.handlers };
      options = { ...options, ...ours, ...(ours.handlers && { handlers }) };
    }
  }
  return { options, hearings };
}
