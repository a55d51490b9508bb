export * from './generated/index.js';
// These stand in for the generated ones: they know what is provided.
export { CancelButton } from './cancel-button.js';
export { CancelFlow } from './cancel-flow.js';
export { FailedPaymentWall } from './failed-payment-wall.js';
export { PauseWall } from './pause-wall.js';
export type { CustomStepContext } from '@fairwell/elements';
export type { CustomSteps } from './custom-steps.js';
export { Fairwell } from './fairwell.js';
export {
  injectCancelFlow,
  type CancelFlowControls,
  type CancelFlowOptions,
} from './inject-cancel-flow.js';
export {
  injectFailedPaymentWall,
  injectPauseWall,
  type FailedPaymentWallOptions,
  type PauseWallOptions,
  type WallControls,
} from './inject-walls.js';
export type { Given } from './options.js';
export { provideFairwell, type FairwellOptions } from './provide-fairwell.js';
