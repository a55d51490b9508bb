import type { HTMLAttributes } from 'preact';
import type {
  FairwellElement,
  FairwellElements,
  Listeners,
  PropertiesAndAttributes,
  With,
} from './props.js';

type Props<Of extends FairwellElement> = With<
  PropertiesAndAttributes<Of> & Listeners<Of, 'on'>,
  HTMLAttributes<Of['element']>
>;

type Elements = { [Tag in keyof FairwellElements]: Props<FairwellElements[Tag]> };

declare module 'preact' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- its own, which is added to
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
