/** What an emitter knows of an element. Texts are Markdown and may be empty, except the summary. */
export interface ElementModel {
  /** `fw-survey-step` */
  readonly tag: string;
  /** Class that `@fairwell/elements` exports: `SurveyStepElement`. */
  readonly className: string;
  /** Module that registers the tag: `@fairwell/elements/survey-step.js`. */
  readonly module: string;
  readonly summary: string;
  readonly description: string;
  readonly properties: readonly PropertyModel[];
  readonly events: readonly EventModel[];
  readonly slots: readonly SlotModel[];
  readonly parts: readonly PartModel[];
  readonly customProperties: readonly CustomPropertyModel[];
}

/** A property that a host may set. */
export interface PropertyModel {
  readonly name: string;
  /** As the class declares it; code that compiles against the class says `Class['name']` instead. */
  readonly type: string;
  readonly default: string | undefined;
  /** `can-go-back`; undefined where HTML cannot say it. */
  readonly attribute: string | undefined;
  readonly description: string;
}

export interface EventModel {
  /** `fw-next` */
  readonly name: string;
  /** Type of the event, whose `detail` it knows: `NextEvent`, `OutcomeEvent<'pause'>`. */
  readonly type: string;
  /** Class that `@fairwell/elements` exports: `NextEvent`, `OutcomeEvent`. */
  readonly className: string;
  readonly description: string;
}

export interface SlotModel {
  /** Empty for the default slot. */
  readonly name: string;
  readonly description: string;
}

/** What a page styles with `::part(…)`. */
export interface PartModel {
  readonly name: string;
  readonly description: string;
}

/** `--fw-…`, which a page sets. */
export interface CustomPropertyModel {
  readonly name: string;
  readonly default: string | undefined;
  readonly description: string;
}
