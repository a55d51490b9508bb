export type { ElementProps } from './jsx.js';
export { CancelButton, type CancelButtonProps } from './cancel-button.js';
export {
  cancelFlow,
  type CancelFlowControls,
  type CancelFlowOptions,
} from './cancel-flow-controller.js';
export { CancelFlow, type CancelFlowProps } from './cancel-flow.js';
export { customStep, type CustomStepAnswers, type CustomStepComponent } from './custom-step.js';
export { defineCustomElements } from './define-custom-elements.js';
export { FailedPaymentWall, type FailedPaymentWallProps } from './failed-payment-wall.js';
export type { Tag } from './generated/loaders.js';
export type { Given } from './given.js';
export { provideFairwell } from './options.js';
export { PauseWall, type PauseWallProps } from './pause-wall.js';
export {
  failedPaymentWall,
  pauseWall,
  type FailedPaymentWallOptions,
  type PauseWallOptions,
  type WallControls,
} from './wall-controllers.js';
