import type { FairwellElement } from '../base/fairwell-element.js';

/** The properties of an element that a call sets, without what belongs to every element. */
export type OptionsOf<E extends FairwellElement, Methods extends keyof E> = Partial<
  Omit<E, keyof FairwellElement | Methods>
>;
