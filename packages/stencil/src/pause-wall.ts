import '@fairwell/elements/pause-wall.js';
import type { FunctionalComponent } from '@stencil/core';
import type { ElementProps } from './jsx.js';
import { drawWall } from './wall-presence.js';

export type PauseWallProps = ElementProps<'fw-pause-wall'>;

/**
 * A wall before the page while the subscription is paused, `<fw-pause-wall>`. It asks as soon as it
 * knows about whom, and is taken down with the component that draws it.
 */
export const PauseWall: FunctionalComponent<PauseWallProps> = (given, children) =>
  drawWall('fw-pause-wall', given, children, 'PauseWall');
