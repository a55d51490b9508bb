import { fillOptions, wallOptions, type HostOptions, type WallOptions } from '@fairwell/core';
import { computed, inject, onMounted, toRaw, type ComputedRef, type InjectionKey } from 'vue';
import { missingForWall } from './mistakes.js';

/** What the plugin and the providers around say. */
export const defaultsKey: InjectionKey<ComputedRef<HostOptions>> = Symbol('fairwell');

/** The options of a flow that an element shows: it finds the languages and the handled actions itself. */
export interface FlowElementOptions extends Omit<HostOptions, 'locales' | 'handles'> {}

const nothing = computed<HostOptions>(() => ({}));

/** Without the proxies of Vue: what is ours reads an option as it was given, private fields included. */
function unwrap<Options extends object>(options: Options): Options {
  for (const [name, value] of Object.entries(options)) Reflect.set(options, name, toRaw(value));
  return options;
}

/** Vue says what to do where there is no component to ask for. */
function useDefaults(): ComputedRef<HostOptions> {
  return inject(defaultsKey, undefined) ?? nothing;
}

/** These options, and those of the plugin and the providers around where they lack one. */
export function useOptions<Given extends object>(
  given: () => Given,
): ComputedRef<Given & HostOptions> {
  const defaults = useDefaults();
  return computed(() => unwrap(fillOptions(given(), defaults.value)));
}

/**
 * The options of a wall; says what to do where nobody gives it any.
 * @param named Those that are named: they may still come.
 */
export function useWallOptions<Given extends object>(
  given: () => Given,
  user: string,
  named: () => object | null | undefined = given,
): ComputedRef<Given & WallOptions> {
  const defaults = useDefaults();
  onMounted(() => {
    const missing = missingForWall({ ...defaults.value, ...named() }, user);
    if (missing) console.error(missing);
  });
  return computed(() => unwrap(fillOptions(given(), wallOptions(defaults.value))));
}
