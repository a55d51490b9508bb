import type { ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from 'react';

/** What every HTML element takes, and the element's own, which win where the names are the same. */
export type ElementProps<Own, Element extends HTMLElement> = Own &
  Omit<HTMLAttributes<Element>, keyof Own>;

export type ElementComponent<Props, Element extends HTMLElement> = ForwardRefExoticComponent<
  Props & RefAttributes<Element>
>;
