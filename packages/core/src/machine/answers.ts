export interface FollowUpAnswer {
  optionId: string | null;
  text: string;
}

const noFollowUpAnswer: FollowUpAnswer = { optionId: null, text: '' };

export interface AnswersSnapshot {
  /** The choice taken, by survey. */
  choices: Record<string, string>;
  /** By survey and choice, so that changing one's mind and back loses nothing. */
  followUps: Record<string, FollowUpAnswer>;
  /** What was typed, by feedback step. */
  texts: Record<string, string>;
}

/** Every answer given so far, by step; kept whatever way the customer walks. */
export class Answers {
  readonly #choices: Map<string, string>;
  readonly #followUps: Map<string, FollowUpAnswer>;
  readonly #texts: Map<string, string>;

  constructor(kept?: AnswersSnapshot) {
    this.#choices = new Map(Object.entries(kept?.choices ?? {}));
    this.#followUps = new Map(Object.entries(kept?.followUps ?? {}));
    this.#texts = new Map(Object.entries(kept?.texts ?? {}));
  }

  choice(stepId: string): string | undefined {
    return this.#choices.get(stepId);
  }

  choose(stepId: string, choiceId: string): void {
    this.#choices.set(stepId, choiceId);
  }

  followUp(stepId: string, choiceId: string): FollowUpAnswer {
    return this.#followUps.get(`${stepId}/${choiceId}`) ?? noFollowUpAnswer;
  }

  answerFollowUp(stepId: string, choiceId: string, answer: Partial<FollowUpAnswer>): void {
    const known = this.followUp(stepId, choiceId);
    this.#followUps.set(`${stepId}/${choiceId}`, { ...known, ...answer });
  }

  text(stepId: string): string {
    return this.#texts.get(stepId) ?? '';
  }

  write(stepId: string, text: string): void {
    this.#texts.set(stepId, text);
  }

  snapshot(): AnswersSnapshot {
    return {
      choices: Object.fromEntries(this.#choices),
      followUps: Object.fromEntries(this.#followUps),
      texts: Object.fromEntries(this.#texts),
    };
  }
}
