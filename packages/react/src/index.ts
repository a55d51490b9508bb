export * from './generated/index.js';
// These stand in for the generated ones: they know the provider.
export { CancelButton, type CancelButtonProps } from './cancel-button.js';
export { CancelFlow, type CancelFlowProps } from './cancel-flow.js';
export { FairwellProvider, type FairwellProviderProps } from './provider.js';
export {
  useCancelFlow,
  type CancelFlowControls,
  type UseCancelFlowOptions,
} from './use-cancel-flow.js';
