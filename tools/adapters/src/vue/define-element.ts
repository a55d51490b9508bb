import {
  defineComponent,
  getCurrentInstance,
  h,
  shallowRef,
  toHandlerKey,
  toRaw,
  withDirectives,
  type DefineSetupFnComponent,
  type HTMLAttributes,
  type ObjectDirective,
  type SlotsType,
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

interface Definition {
  name: string;
  tag: string;
  /** Properties of the element, each with what Vue has to know of it. */
  props: Readonly<Record<string, typeof flag | null>>;
  /** Names of its events, by what the component emits. */
  events: Readonly<Record<string, string>>;
  /** Properties that the customer edits, by the event that says so: for `v-model`. */
  edits?: Readonly<Record<string, readonly string[]>>;
}

type Listener = (value: unknown) => void;
type Properties = Readonly<Record<string, unknown>>;

/** Vue itself would write an empty text where it is given null, and attributes before the upgrade. */
const properties: ObjectDirective<object, Properties> = {
  created: (element, { value }) => assign(element, value, {}),
  beforeUpdate: (element, { value, oldValue }) => assign(element, value, oldValue ?? {}),
};

function assign(element: object, value: Properties, before: Properties): void {
  for (const name of Object.keys(value))
    if (value[name] !== before[name]) Reflect.set(element, name, toRaw(value[name]));
}

export function defineElement<
  Props extends object,
  Element extends HTMLElement,
  Slots extends object = object,
>(definition: Definition): ElementComponent<Props, Element, Slots>;
// Vue has no type for what a setup function exposes: the signature above adds it.
export function defineElement({ name, tag, props, events, edits = {} }: Definition): object {
  return defineComponent(
    (given: Record<string, unknown>, { emit, expose, slots }) => {
      const element = shallowRef<HTMLElement>();
      expose({ element });

      const instance = getCurrentInstance();
      const tell = (type: string, value: unknown): void => {
        if (!instance?.isUnmounted) return emit(type, value);
        // `emit` is silent by then, but what was in flight is still told.
        const listeners = instance.vnode.props?.[toHandlerKey(type)] as
          Listener | Listener[] | undefined;
        for (const listener of [listeners].flat()) listener?.(value);
      };
      const listeners = Object.fromEntries(
        Object.entries(events).map(([type, event]) => [
          toHandlerKey(event),
          (fired: Event) => {
            for (const property of edits[type] ?? []) {
              const value: unknown =
                fired.currentTarget && Reflect.get(fired.currentTarget, property);
              if (value !== given[property]) tell(`update:${property}`, value);
            }
            tell(type, fired);
          },
        ]),
      );

      return () => {
        const children = Object.entries(slots).flatMap(([slot, content]) => {
          const nodes = content?.() ?? [];
          return slot === 'default' ? nodes : [h('div', { slot, key: slot }, nodes)];
        });
        return withDirectives(h(tag, { ...listeners, ref: element }, children), [
          [properties, { ...given }],
        ]);
      };
    },
    {
      name,
      props,
      emits: [
        ...Object.keys(events),
        ...Object.values(edits).flatMap((edited) => edited.map((property) => `update:${property}`)),
      ],
    },
  );
}
