export * from './generated/index.js';
// These stand in for the generated ones: they know the provider.
export { CancelButton, type CancelButtonProps } from './cancel-button.js';
export { CancelFlow, type CancelFlowProps } from './cancel-flow.js';
export { FailedPaymentWall, type FailedPaymentWallProps } from './failed-payment-wall.js';
export { PauseWall, type PauseWallProps } from './pause-wall.js';
export type { CustomSteps } from './custom-steps.js';
export { FairwellProvider, type FairwellProviderProps } from './provider.js';
export {
  useCancelFlow,
  type CancelFlowControls,
  type UseCancelFlowOptions,
} from './use-cancel-flow.js';
export {
  useFailedPaymentWall,
  usePauseWall,
  type UseFailedPaymentWallOptions,
  type UsePauseWallOptions,
  type WallControls,
} from './use-wall.js';
export type { CustomStepContext } from '@fairwell/elements';
