import type { SurveyChoice } from '@fairwell/contract';
import { offersOf } from '../flow/offers.js';
import type { FlowSession } from '../gateway/gateway.js';
import { Answers, type AnswersSnapshot } from './answers.js';
import type { Answer } from './customer-answers.js';
import { pageAt } from './pages.js';
import { following, type Location } from './route.js';
import { shuffled } from './shuffle.js';
import type { QuestionPage } from './state.js';

/** A journey as it is kept through a reload. */
export interface JourneySnapshot {
  /** Of the customer and the flow it was made in: in any other it means nothing. */
  belongsTo: string;
  location: Location;
  history: Location[];
  answers: AnswersSnapshot;
  /** Ids of the choices, by survey, in the order shown. */
  orders: Record<string, string[]>;
  said: Answer[];
}

function fingerprint({ customer, flow, activeOffer }: FlowSession): string {
  const steps = flow.steps.map(({ id, type }) => `${type}:${id}`);
  const offers = offersOf(flow).map(({ id, offer }) => `${offer.type}:${id}`);
  return [customer.id, flow.id, flow.version, activeOffer?.type, ...steps, ...offers].join(' ');
}

/** Where one customer is in one flow, how they came there, and what they answered. */
export class Journey {
  readonly answers: Answers;
  readonly #session: FlowSession;
  readonly #random: () => number;
  readonly #orders: Record<string, string[]>;
  readonly #presented = new Set<string>();
  #said: Answer[];
  #history: Location[];
  #location: Location;
  #acknowledged = false;

  constructor(session: FlowSession, random: () => number, kept?: JourneySnapshot) {
    const known = kept?.belongsTo === fingerprint(session) ? kept : undefined;
    const first: Location = { part: session.activeOffer ? 'activeOffer' : 'step', step: 0 };
    this.#session = session;
    this.#random = random;
    this.answers = new Answers(known?.answers);
    this.#location = known?.location ?? first;
    this.#history = known?.history ?? [];
    this.#orders = known?.orders ?? {};
    this.#said = known?.said ?? [];
  }

  get isFirst(): boolean {
    return this.#history.length === 0;
  }

  page(now: Date): QuestionPage {
    return pageAt(this.#location, {
      session: this.#session,
      answers: this.answers,
      now,
      acknowledged: this.#acknowledged,
      ordered: (stepId, choices) => this.#ordered(stepId, choices),
    });
  }

  acknowledge(value: boolean): void {
    this.#acknowledged = value;
  }

  /** @param skipped They went on without an answer. */
  advance(skipped: boolean): void {
    this.#history = [...this.#history, this.#location];
    this.#location = following(this.#session.flow, this.#location, this.answers, skipped);
  }

  back(): void {
    this.#location = this.#history.at(-1) ?? this.#location;
    this.#history = this.#history.slice(0, -1);
  }

  /** What was answered for good, by step, in the order of the last answers. */
  get said(): readonly Answer[] {
    return this.#said;
  }

  say(answer: Answer): void {
    this.#said = [...this.#said.filter(({ stepId }) => stepId !== answer.stepId), answer];
  }

  /** True the first time that this offer is shown. */
  present(offerId: string): boolean {
    if (this.#presented.has(offerId)) return false;
    this.#presented.add(offerId);
    return true;
  }

  snapshot(): JourneySnapshot {
    return {
      belongsTo: fingerprint(this.#session),
      location: this.#location,
      history: this.#history,
      answers: this.answers.snapshot(),
      orders: this.#orders,
      said: this.#said,
    };
  }

  #ordered(stepId: string, choices: readonly SurveyChoice[]): readonly SurveyChoice[] {
    const step = this.#session.flow.steps.find(({ id }) => id === stepId);
    if (step?.type !== 'survey' || !step.randomize) return choices;
    const order = (this.#orders[stepId] ??= shuffled(choices, this.#random).map(({ id }) => id));
    return choices.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  }
}
