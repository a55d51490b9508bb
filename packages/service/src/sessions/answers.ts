import type {
  Flow,
  FollowUpOption,
  PresentedOffer,
  SessionEvent,
  SessionRecord,
  SurveyChoice,
} from '@fairwell/contract';
import { findOffer } from '@fairwell/core';

/** What the customer saw and said, as their events tell it. */
export type Answers = Pick<
  SessionRecord,
  | 'surveyChoiceId'
  | 'surveyResponse'
  | 'followupQuestion'
  | 'followupResponse'
  | 'feedback'
  | 'presentedOffers'
  | 'steps'
>;

type EventMap = { [E in SessionEvent as E['type']]: E };

function findChoice(flow: Flow, stepId: string, choiceId: string): SurveyChoice | undefined {
  const step = flow.steps.find(({ id }) => id === stepId);
  return step?.type === 'survey' ? step.choices.find(({ id }) => id === choiceId) : undefined;
}

function findOption(choice: SurveyChoice | undefined, id?: string): FollowUpOption | undefined {
  const followUp = choice?.followUp;
  return followUp && followUp.mode !== 'freeform'
    ? followUp.options.find((option) => option.id === id)
    : undefined;
}

function surveyAnswers(
  flow: Flow,
  { stepId, choiceId, optionId, text }: EventMap['surveyAnswered'],
): Partial<Answers> {
  const choice = findChoice(flow, stepId, choiceId);
  const question = choice?.followUp?.question;
  const said = [findOption(choice, optionId)?.label, text].filter(Boolean).join(': ');
  return {
    surveyChoiceId: choiceId,
    ...(choice && { surveyResponse: choice.label }),
    ...(question !== undefined && said && { followupQuestion: question }),
    ...(said && { followupResponse: said }),
  };
}

/** A survey that is answered again takes the place of its earlier answer. */
function withoutSurvey({ presentedOffers, steps, feedback }: Answers): Answers {
  return { presentedOffers, steps, ...(feedback !== undefined && { feedback }) };
}

function withOffer(answers: Answers, offerId: string, change: Partial<PresentedOffer>): Answers {
  return {
    ...answers,
    presentedOffers: answers.presentedOffers.map((offer) =>
      offer.offerId === offerId ? { ...offer, ...change } : offer,
    ),
  };
}

type Reduce<E extends SessionEvent> = (answers: Answers, event: E, flow: Flow) => Answers;

const keep = (answers: Answers): Answers => answers;

const reducers: { [T in SessionEvent['type']]: Reduce<EventMap[T]> } = {
  stepViewed: (answers, { stepId, at }) => ({
    ...answers,
    steps: [...answers.steps, { stepId, at }],
  }),
  offerPresented(answers, { offerId, at }, flow) {
    const offer = findOffer(flow, offerId);
    const isKnown = answers.presentedOffers.some((presented) => presented.offerId === offerId);
    if (!offer || isKnown) return answers;
    const presented: PresentedOffer = { offerId, offerType: offer.type, presentedAt: at };
    return { ...answers, presentedOffers: [...answers.presentedOffers, presented] };
  },
  offerDeclined: (answers, { offerId, at }) =>
    withOffer(answers, offerId, { answer: 'declined', answeredAt: at }),
  surveyAnswered: (answers, event, flow) => ({
    ...withoutSurvey(answers),
    ...surveyAnswers(flow, event),
  }),
  feedbackGiven: (answers, { text }) => ({ ...answers, feedback: text }),
  customAnswered: keep,
  handledByHost: (answers, { action, at }) =>
    'offerId' in action
      ? withOffer(answers, action.offerId, { answer: 'accepted', answeredAt: at })
      : answers,
  closed: keep,
};

function reduce<T extends SessionEvent['type']>(
  type: T,
  answers: Answers,
  event: EventMap[T],
  flow: Flow,
): Answers {
  return reducers[type](answers, event, flow);
}

/** @param events In the order of their sequence numbers. */
export function readAnswers(flow: Flow, events: readonly SessionEvent[]): Answers {
  return events.reduce<Answers>((answers, event) => reduce(event.type, answers, event, flow), {
    presentedOffers: [],
    steps: [],
  });
}

export function withAcceptedOffer(answers: Answers, offerId: string, at: string): Answers {
  return withOffer(answers, offerId, { answer: 'accepted', answeredAt: at });
}
