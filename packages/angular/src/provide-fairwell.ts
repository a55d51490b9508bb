import {
  computed,
  effect,
  EnvironmentInjector,
  inject,
  InjectionToken,
  Injector,
  makeEnvironmentProviders,
  runInInjectionContext,
  type EnvironmentProviders,
  type Signal,
} from '@angular/core';
import { fillOptions, type HostOptions } from '@fairwell/core';
import { defineSteps, type CustomSteps } from './custom-steps.js';
import { ask, Defaults, type Given } from './options.js';

export interface FairwellOptions extends HostOptions {
  /** Components that stand for the tags of custom steps and offers, for every flow on the page. */
  steps?: CustomSteps | undefined;
}

/** How often an injector is told. */
const Told = new InjectionToken<readonly true[]>('Fairwell');

function createDefaults(given: Given<FairwellOptions>): Signal<HostOptions> {
  if (inject(Told, { self: true }).length > 1)
    throw new Error('provideFairwell() stands twice in the same providers: keep one.');
  const injector = inject(Injector);
  const environment = inject(EnvironmentInjector);
  const around = inject(Defaults, { skipSelf: true, optional: true });
  const own = computed(() => runInInjectionContext(injector, () => ask(given)));
  effect(() => defineSteps(own().steps ?? {}, environment));
  return computed(() => {
    const { steps, ...options } = own();
    return around ? fillOptions(options, around()) : options;
  });
}

/**
 * Options for every flow and wall of an application, or of a route. What a button, a flow, a wall or
 * an inject function is given itself wins, and so do the providers of a route.
 * @param options Also as a function, which may `inject()`, and is called again when a signal that it
 * reads changes.
 * @throws {Error} When it is used, if it stands twice in the same providers.
 */
export function provideFairwell(options: Given<FairwellOptions>): EnvironmentProviders {
  return makeEnvironmentProviders([
    { provide: Told, multi: true, useValue: true },
    { provide: Defaults, useFactory: () => createDefaults(options) },
  ]);
}
