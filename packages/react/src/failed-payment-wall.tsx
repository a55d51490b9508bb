'use client';

import type { FailedPaymentWallElement } from '@fairwell/elements';
import { forwardRef } from 'react';
import { useWallElement } from './element.js';
import * as generated from './generated/failed-payment-wall.js';
import { useWallOptions } from './options.js';

export type FailedPaymentWallProps = generated.FailedPaymentWallProps;

/**
 * A wall before the page while a payment is overdue, `<fw-failed-payment-wall>`. It asks as soon as
 * it knows about whom, and is taken down with its component.
 */
export const FailedPaymentWall: typeof generated.FailedPaymentWall = forwardRef<
  FailedPaymentWallElement,
  FailedPaymentWallProps
>(function FailedPaymentWall(given, ref) {
  const options = useWallOptions(given, 'FailedPaymentWall');
  return <generated.FailedPaymentWall {...options} ref={useWallElement(ref)} />;
});
