import type { JSX } from 'solid-js';
import type {
  Attributes,
  FairwellElement,
  FairwellElements,
  Listeners,
  Properties,
  With,
} from './props.js';

/** Solid writes a text that does not change into its template, as an attribute: only `prop:` is always a property. */
type PropProperties<Of extends FairwellElement> = {
  [Name in keyof Properties<Of> as `prop:${Name & string}`]: Properties<Of>[Name];
};

type Props<Of extends FairwellElement> = With<
  PropProperties<Of> & Attributes<Of> & Listeners<Of, 'on:'>,
  JSX.HTMLAttributes<Of['element']>
>;

type Elements = { [Tag in keyof FairwellElements]: Props<FairwellElements[Tag]> };

declare module 'solid-js' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- its own, which is added to
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
