import {
  computed,
  defineComponent,
  shallowRef,
  type ComputedRef,
  type SetupContext,
  type ShallowRef,
  type VNode,
} from 'vue';
import type { ElementComponent, flag } from './generated/define-element.js';

interface Surroundings<Element> extends Pick<SetupContext, 'attrs' | 'slots'> {
  /** Of the generated component within, once it is mounted. */
  element: ComputedRef<Element | undefined>;
}

interface Definition<Props, Element> {
  name: string;
  /** What it takes itself; everything else is for the generated component, as `attrs`. */
  props: Readonly<Record<string, typeof flag | null>>;
  /** @returns a function that draws the generated component, with this reference to it. */
  setup: (
    given: Props,
    surroundings: Surroundings<Element>,
  ) => (ref: ShallowRef<{ element: Element | undefined } | undefined>) => VNode;
}

/** A component around a generated one: a template ref to it reaches the same element. */
export function aroundElement<
  Props extends object,
  Element extends HTMLElement,
  Slots extends object = object,
>(definition: Definition<Props, Element>): ElementComponent<Props, Element, Slots>;
// Vue has no type for what a setup function exposes: the signature above adds it.
export function aroundElement<Element>({
  name,
  props,
  setup,
}: Definition<Record<string, unknown>, Element>): object {
  return defineComponent(
    (given: Record<string, unknown>, { attrs, slots, expose }) => {
      const within = shallowRef<{ element: Element | undefined }>();
      const element = computed(() => within.value?.element);
      expose({ element });
      const draw = setup(given, { attrs, slots, element });
      return () => draw(within);
    },
    { name, props, inheritAttrs: false },
  );
}
