import type { FairwellElement } from '../base/fairwell-element.js';

/** The properties of an element that a call sets, without what belongs to every element. */
type PropertiesOf<E extends FairwellElement, Methods extends keyof E> = Partial<
  Omit<E, keyof FairwellElement | Methods>
>;

/** What a call takes for the element that it puts into the page. */
export type OptionsOf<E extends FairwellElement, Methods extends keyof E> = PropertiesOf<
  E,
  Methods
> & {
  /** Its language, as a BCP 47 tag; that of the page where it is absent. */
  lang?: string | undefined;
  /**
   * Aborting takes it off the page. What is in flight is carried out, and shown until then; its event is
   * still heard.
   */
  signal?: AbortSignal | undefined;
};
