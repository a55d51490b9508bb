import type { FairwellElements } from './elements.js';

export type { FairwellElements };

/** What is known of one element. */
export type FairwellElement = FairwellElements[keyof FairwellElements];

/** Everything that can be set as a property. */
export type Properties<Of extends FairwellElement> = {
  [Name in keyof Of['properties']]?: Of['properties'][Name] | undefined;
};

type Scalar<Value> = Extract<Value, string | number | boolean>;

/** What HTML can say, by the names of the attributes. */
export type Attributes<Of extends FairwellElement> = {
  [Name in keyof Of['attributes']]?:
    Scalar<Of['attributes'][Name]> | `${Scalar<Of['attributes'][Name]>}` | undefined;
};

/** Properties, and besides them the attributes that have another name. */
export type PropertiesAndAttributes<Of extends FairwellElement> = Properties<Of> &
  Omit<Attributes<Of>, keyof Of['properties']>;

type EventsOf<Of extends FairwellElement> = Of extends FairwellElement ? keyof Of['events'] : never;

/**
 * A listener for each event, whose name begins with `Prefix` in this framework. TypeScript lets
 * attributes with a hyphen pass that it does not know, so events that only other elements fire are
 * named and refused.
 */
export type Listeners<Of extends FairwellElement, Prefix extends string> = {
  [Name in keyof Of['events'] as `${Prefix}${Name & string}`]?:
    ((event: Of['events'][Name]) => void) | undefined;
} & {
  [Name in Exclude<EventsOf<FairwellElement>, keyof Of['events']> as `${Prefix}${Name}`]?: never;
};

/** What is our own, and of what every HTML element takes the rest. */
export type With<Own, Html> = Own & Omit<Html, keyof Own>;
