import { inject, Injectable, Injector, runInInjectionContext } from '@angular/core';
import {
  injectCancelFlow,
  type CancelFlowControls,
  type CancelFlowOptions,
} from './inject-cancel-flow.js';
import type { Given } from './options.js';

/** Cancel flows, by the options of the application, for what is no component. */
@Injectable({ providedIn: 'root' })
export class Fairwell {
  readonly #injector = inject(Injector);

  /** A flow as of `injectCancelFlow()`, which lasts as long as the application: make it once. */
  cancelFlow(options?: Given<CancelFlowOptions>): CancelFlowControls {
    return runInInjectionContext(this.#injector, () => injectCancelFlow(options));
  }
}
