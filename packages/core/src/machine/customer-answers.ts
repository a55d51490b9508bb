import type { Flow, SessionEvent } from '@fairwell/contract';

type Unstamped<E> = E extends SessionEvent ? Omit<E, 'at'> : never;

/** What is recorded of a session, before it is given its time. */
export type Entry = Unstamped<SessionEvent>;

/** What a customer said on the way, as it is recorded. */
export type Answer = Extract<
  Entry,
  { type: 'surveyAnswered' | 'feedbackGiven' | 'customAnswered' }
>;

/** What a customer said, in the flow's words and their own. */
export interface CustomerAnswers {
  /** Label of the survey choice. */
  surveyResponse: string | null;
  /** What was typed on the feedback step. */
  feedback: string | null;
  /** Label of the follow-up option and the words typed there. */
  followupResponse: string | null;
}

export const noAnswers: CustomerAnswers = {
  surveyResponse: null,
  feedback: null,
  followupResponse: null,
};

function withAnswer(answers: CustomerAnswers, answer: Answer, flow: Flow): CustomerAnswers {
  if (answer.type === 'feedbackGiven') return { ...answers, feedback: answer.text };
  if (answer.type === 'customAnswered') return answers;
  const step = flow.steps.find(({ id }) => id === answer.stepId);
  const choice =
    step?.type === 'survey' ? step.choices.find(({ id }) => id === answer.choiceId) : undefined;
  const { followUp } = choice ?? {};
  const option =
    followUp && followUp.mode !== 'freeform'
      ? followUp.options.find(({ id }) => id === answer.optionId)
      : undefined;
  return {
    ...answers,
    surveyResponse: choice?.label ?? null,
    followupResponse: [option?.label, answer.text].filter(Boolean).join(': ') || null,
  };
}

export function customerAnswers(said: readonly Answer[], flow: Flow): CustomerAnswers {
  return said.reduce((answers, answer) => withAnswer(answers, answer, flow), noAnswers);
}
