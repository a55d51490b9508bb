/** What the customer chose and typed at one survey. */
export interface SurveyAnswer {
  choiceId: string | null;
  /** By choice, so that changing one's mind and back loses nothing. */
  followUps: ReadonlyMap<string, FollowUpAnswer>;
}

export interface FollowUpAnswer {
  optionId: string | null;
  text: string;
}

const noSurveyAnswer: SurveyAnswer = { choiceId: null, followUps: new Map() };
const noFollowUpAnswer: FollowUpAnswer = { optionId: null, text: '' };

/** Every answer given so far, by step; kept whatever way the customer walks. */
export class Answers {
  readonly #surveys = new Map<string, SurveyAnswer>();
  readonly #texts = new Map<string, string>();

  survey(stepId: string): SurveyAnswer {
    return this.#surveys.get(stepId) ?? noSurveyAnswer;
  }

  choose(stepId: string, choiceId: string): void {
    this.#surveys.set(stepId, { ...this.survey(stepId), choiceId });
  }

  followUp(stepId: string, choiceId: string): FollowUpAnswer {
    return this.survey(stepId).followUps.get(choiceId) ?? noFollowUpAnswer;
  }

  answerFollowUp(stepId: string, choiceId: string, answer: Partial<FollowUpAnswer>): void {
    const survey = this.survey(stepId);
    const followUps = new Map(survey.followUps);
    followUps.set(choiceId, { ...this.followUp(stepId, choiceId), ...answer });
    this.#surveys.set(stepId, { ...survey, followUps });
  }

  text(stepId: string): string {
    return this.#texts.get(stepId) ?? '';
  }

  write(stepId: string, text: string): void {
    this.#texts.set(stepId, text);
  }
}
