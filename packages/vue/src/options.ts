import { fillOptions, wallOptions, type HostOptions, type WallOptions } from '@fairwell/core';
import {
  camelize,
  computed,
  getCurrentInstance,
  hasInjectionContext,
  inject,
  onMounted,
  toRaw,
  type ComputedRef,
  type InjectionKey,
} from 'vue';
import { flag } from './generated/define-element.js';
import { missingForWall } from './mistakes.js';

/** What the plugin and the providers around say. */
export const defaultsKey: InjectionKey<ComputedRef<HostOptions>> = Symbol('fairwell');

/** The options of a flow or a wall as properties of a component. */
export const optionProps = {
  appId: null,
  authHash: null,
  bypassDiscountAppliedScreen: flag,
  bypassPauseAppliedScreen: flag,
  compliance: null,
  customer: null,
  customerAttributes: null,
  customerId: null,
  dynamicOffers: null,
  flow: null,
  handlers: null,
  handles: null,
  locale: null,
  locales: null,
  mode: null,
  preview: flag,
  previewToken: null,
  record: flag,
  report: flag,
  returnUrls: null,
  serviceUrl: null,
  session: null,
  subscriptionId: null,
  subscriptions: null,
} as const satisfies Record<keyof HostOptions, typeof flag | null>;

/** Those that concern a wall. */
export const wallProps = {
  appId: null,
  authHash: null,
  customer: null,
  customerId: null,
  handlers: null,
  locale: null,
  mode: null,
  serviceUrl: null,
  session: null,
  subscriptionId: null,
  subscriptions: null,
} as const satisfies Record<keyof WallOptions, null>;

const nothing = computed<HostOptions>(() => ({}));

/** Without the proxies of Vue: what is ours reads an option as it was given, private fields included. */
export function unwrap<Options extends object>(options: Options): Options {
  const unwrapped = { ...options };
  for (const [name, value] of Object.entries(options)) Reflect.set(unwrapped, name, toRaw(value));
  return unwrapped;
}

/** The properties that the component was given: Vue has all that it declares. */
export function useNamed<Props extends object>(given: Props): () => Partial<Props> {
  const instance = getCurrentInstance();
  return () => {
    const named = { ...given };
    const names = new Set(Object.keys(instance?.vnode.props ?? {}).map(camelize));
    for (const name of Object.keys(given))
      if (!names.has(name)) Reflect.deleteProperty(named, name);
    return named;
  };
}

function useDefaults(): ComputedRef<HostOptions> {
  return hasInjectionContext() ? inject(defaultsKey, nothing) : nothing;
}

/** These options, and those of the plugin and the providers around where they lack one. */
export function useOptions<Given extends object>(
  given: () => Given,
): ComputedRef<Given & HostOptions> {
  const defaults = useDefaults();
  return computed(() => fillOptions(unwrap(given()), defaults.value));
}

/** The options of a wall; says what to do where nobody gives it any. */
export function useWallOptions<Given extends object>(
  given: () => Given,
  user: string,
): ComputedRef<Given & WallOptions> {
  const defaults = useDefaults();
  onMounted(() => {
    const missing = missingForWall({ ...defaults.value, ...given() }, user);
    if (missing) console.error(missing);
  });
  return computed(() => fillOptions(unwrap(given()), wallOptions(defaults.value)));
}

/** For an element, which takes the language as HTML does. Undefined would be a language of that name. */
export function forElement<Options extends Pick<HostOptions, 'locale' | 'locales' | 'handles'>>({
  locale,
  locales,
  handles,
  ...options
}: Options) {
  return locale === undefined ? options : { ...options, lang: locale };
}
