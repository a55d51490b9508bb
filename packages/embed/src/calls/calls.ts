/* What is loaded when a call is made for the first time. Each is told the defaults first. */
import { hideFlow } from './opening.js';
import { hideWalls } from './walls.js';

export { init, managedFlow } from './flows.js';
export { openFlow, preload } from './opening.js';
export { check } from './walls.js';
export { mountCancelButton, showRetentionView } from './cancel-button.js';
export { event } from './event.js';

/** Closes the flow and takes down the walls. */
export function hide(): void {
  void hideFlow();
  hideWalls();
}
