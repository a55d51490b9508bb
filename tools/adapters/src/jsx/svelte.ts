import type { HTMLAttributes } from 'svelte/elements';
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

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Elements {}
}
