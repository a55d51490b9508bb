import { onTestFinished } from 'vitest';
import type {
  CancelButtonProps,
  CancelFlowControls,
  CancelFlowOptions,
  CancelFlowProps,
  FailedPaymentWallOptions,
  PauseWallOptions,
  PauseWallProps,
  WallControls,
} from '../index.js';

/** The components of the folder `test/app`, as Stencil builds them. */
export interface Components {
  'account-link': HTMLElement & { options: CancelButtonProps };
  'account-menu': HTMLElement & { options: CancelFlowProps };
  'account-flow': HTMLElement & {
    options: CancelFlowOptions;
    controls(): Promise<CancelFlowControls>;
  };
  'account-paused': HTMLElement & { options: PauseWallOptions; controls(): Promise<WallControls> };
  'account-overdue': HTMLElement & {
    options: FailedPaymentWallOptions;
    controls(): Promise<WallControls>;
  };
  'account-behind': HTMLElement & { options: PauseWallProps };
}

/** Puts a component into the page until the test is over. */
export function mount<Tag extends keyof Components>(
  tag: Tag,
  options: Components[Tag]['options'] = {},
): Components[Tag] {
  const component = document.createElement(tag) as Components[Tag];
  component.options = options;
  document.body.append(component);
  onTestFinished(() => component.remove());
  return component;
}
