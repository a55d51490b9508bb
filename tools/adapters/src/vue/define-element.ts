import {
  camelize,
  defineComponent,
  getCurrentInstance,
  h,
  shallowRef,
  toHandlerKey,
  toRaw,
  withDirectives,
  type DefineSetupFnComponent,
  type HTMLAttributes,
  type DirectiveBinding,
  type SetupContext,
  type ShallowRef,
  type SlotsType,
  type VNode,
} from 'vue';

/** A property that is true where a template only names it; absent it is undefined, and so its default. */
export const flag = { type: Boolean, default: undefined };

type Base<Props extends object, Slots extends object> = DefineSetupFnComponent<
  Props & Omit<HTMLAttributes, keyof Props>,
  [],
  SlotsType<Slots>
>;

/** A component around one element. What every HTML element takes goes to the element, too. */
export type ElementComponent<
  Props extends object,
  Element extends HTMLElement,
  Slots extends object = object,
> = new (...given: ConstructorParameters<Base<Props, Slots>>) => InstanceType<
  Base<Props, Slots>
> & {
  /** The element itself, once it is mounted: what a template ref is for. */
  readonly element: Element | undefined;
};

/** What is known of an element. */
export interface ElementDefinition {
  /** `fw-survey-step`: its component is named SurveyStep. */
  tag: string;
  /** Its properties, each with what Vue has to know of it. */
  props: Readonly<Record<string, typeof flag | null>>;
  /** Its events, without their prefix: `plan-change` for `fw-plan-change`. */
  events: readonly string[];
  /** Properties that the customer edits, by the event that says so: for `v-model`. */
  edits?: Readonly<Record<string, readonly string[]>>;
}

type Properties = Readonly<Record<string, unknown>>;

/** Draws the element. `lang` goes to HTML, every other of the properties is set as such. */
type Draw = (
  properties: object & { lang?: string | undefined },
  slots: SetupContext['slots'],
  attrs?: Properties,
) => VNode;

/** What a component does besides. */
interface Behaviour<Props extends object, Element extends HTMLElement> {
  /** False where it passes on to `draw` by itself what every HTML element takes. */
  inheritAttrs: boolean;
  setup(
    given: Props,
    context: Pick<SetupContext, 'attrs' | 'slots'> & { element: ShallowRef<Element | undefined> },
  ): (draw: Draw) => VNode;
}

type Listener = (value: unknown) => void;

/** Vue itself would write an empty text where it is given null, and attributes before the upgrade. */
function assign(element: object, { value, oldValue }: DirectiveBinding<Properties>): void {
  for (const name of Object.keys(value))
    if (value[name] !== oldValue?.[name]) Reflect.set(element, name, toRaw(value[name]));
}
const properties = { created: assign, beforeUpdate: assign };

export function defineElement<
  Props extends object,
  Element extends HTMLElement,
  Slots extends object = object,
>(
  definition: ElementDefinition & Partial<Behaviour<Props, Element>>,
): ElementComponent<Props, Element, Slots>;
// Vue has no type for what a setup function exposes: the signature above adds it.
export function defineElement({
  tag,
  props,
  events,
  edits = {},
  inheritAttrs = true,
  setup = (given, { slots }) =>
    (draw) =>
      draw(given, slots),
}: ElementDefinition & Partial<Behaviour<Properties, HTMLElement>>): object {
  return defineComponent(
    (given: Properties, { attrs, emit, expose, slots }) => {
      const element = shallowRef<HTMLElement>();
      expose({ element });

      const instance = getCurrentInstance();
      const tell = (type: string, value: unknown): void => {
        if (!instance?.isUnmounted) return emit(type, value);
        // `emit` is silent by then, but what was in flight is still told.
        const listeners = instance.vnode.props?.[toHandlerKey(camelize(type))] as
          Listener | Listener[] | undefined;
        for (const listener of [listeners].flat()) listener?.(value);
      };
      const listeners = Object.fromEntries(
        events.map((type) => [
          `onFw-${type}`,
          (event: Event) => {
            for (const property of edits[type] ?? []) {
              const value: unknown =
                event.currentTarget && Reflect.get(event.currentTarget, property);
              if (value !== given[property]) tell(`update:${property}`, value);
            }
            tell(type, event);
          },
        ]),
      );

      const render = setup(given, { attrs, slots, element });
      return () =>
        render(({ lang, ...values }, slots, attrs) => {
          const children = Object.entries(slots).flatMap(([slot, content]) => {
            const nodes = content?.() ?? [];
            // Only an element can stand in a slot of an element, and this may be a text.
            return slot === 'default' ? nodes : [h('div', { slot, key: slot }, nodes)];
          });
          return withDirectives(h(tag, { lang, ...attrs, ...listeners, ref: element }, children), [
            [properties, values],
          ]);
        });
    },
    {
      name: camelize(tag.slice(2)),
      props,
      emits: [
        ...events,
        ...Object.values(edits)
          .flat()
          .map((edited) => `update:${edited}`),
      ],
      inheritAttrs,
    },
  );
}
