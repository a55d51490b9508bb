'use client';

import type { PauseWallElement } from '@fairwell/elements';
import { forwardRef } from 'react';
import { useWallElement } from './element.js';
import * as generated from './generated/pause-wall.js';
import { useWallOptions } from './options.js';

export type PauseWallProps = generated.PauseWallProps;

/**
 * A wall before the page while the subscription is paused, `<fw-pause-wall>`. It asks as soon as it
 * knows about whom, and is taken down with its component.
 */
export const PauseWall: typeof generated.PauseWall = forwardRef<PauseWallElement, PauseWallProps>(
  function PauseWall(given, ref) {
    const options = useWallOptions(given, 'PauseWall');
    return <generated.PauseWall {...options} ref={useWallElement(ref)} />;
  },
);
