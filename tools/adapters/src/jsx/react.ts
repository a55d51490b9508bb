import type { ClassAttributes, HTMLAttributes } from 'react';
import type {
  FairwellElement,
  FairwellElements,
  Listeners,
  PropertiesAndAttributes,
  With,
} from './props.js';

type Props<Of extends FairwellElement> = With<
  PropertiesAndAttributes<Of> & Listeners<Of, 'on'>,
  HTMLAttributes<Of['element']> & ClassAttributes<Of['element']>
>;

type Elements = { [Tag in keyof FairwellElements]: Props<FairwellElements[Tag]> };

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- its own, which is added to
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
