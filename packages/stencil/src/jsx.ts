import type {
  FairwellElement,
  FairwellElements,
  Listeners,
  PropertiesAndAttributes,
  With,
} from '@fairwell/elements/types/props';
import type { JSXBase } from '@stencil/core/internal';

type Html<Of extends FairwellElement> = JSXBase.HTMLAttributes<Of['element']>;

type Heard<Of extends FairwellElement> = Listeners<Of, ''>;

/** `onFw-close` */
type StencilListeners<Of extends FairwellElement> = {
  [Name in keyof Heard<Of> as `on${Capitalize<Name & string>}`]: Heard<Of>[Name];
};

/** What a tag takes in the JSX of Stencil, or what a component takes that draws it. */
export type ElementProps<Tag extends keyof FairwellElements> = With<
  PropertiesAndAttributes<FairwellElements[Tag]> & StencilListeners<FairwellElements[Tag]>,
  Html<FairwellElements[Tag]>
>;

type Elements = { [Tag in keyof FairwellElements]: ElementProps<Tag> };

declare module '@stencil/core' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- its own, which is added to
  export namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
