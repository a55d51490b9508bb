import '@fairwell/elements/failed-payment-wall.js';
import type { FunctionalComponent } from '@stencil/core';
import type { ElementProps } from './jsx.js';
import { drawWall } from './wall-presence.js';

export type FailedPaymentWallProps = ElementProps<'fw-failed-payment-wall'>;

/**
 * A wall before the page while a payment is overdue, `<fw-failed-payment-wall>`. It asks as soon as it
 * knows about whom, and is taken down with the component that draws it.
 */
export const FailedPaymentWall: FunctionalComponent<FailedPaymentWallProps> = (given, children) =>
  drawWall('fw-failed-payment-wall', given, children, 'FailedPaymentWall');
