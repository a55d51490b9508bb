import type { Flow, FollowUpOption, SurveyChoice, SurveyStep } from '@fairwell/contract';
import type { Answers } from './answers.js';

/** A place in the flow. `step` past the last one is the confirmation that every flow ends with. */
export type Location =
  | { part: 'activeOffer' | 'step' | 'followUp'; step: number }
  | { part: 'offer'; step: number; offerId: string };

export function chosen(step: SurveyStep, answers: Answers): SurveyChoice | undefined {
  const chosenId = answers.choice(step.id);
  return step.choices.find(({ id }) => id === chosenId);
}

function chosenOption(
  step: SurveyStep,
  choice: SurveyChoice,
  answers: Answers,
): FollowUpOption | undefined {
  const { followUp } = choice;
  if (!followUp || followUp.mode === 'freeform') return undefined;
  const { optionId } = answers.followUp(step.id, choice.id);
  return followUp.options.find(({ id }) => id === optionId);
}

/** The id of the offer that a survey answer leads to; an option's own comes before its choice's. */
function surveyOfferId(
  step: SurveyStep,
  choice: SurveyChoice,
  option: FollowUpOption | undefined,
): string | undefined {
  if (option?.offer) return `${step.id}/${choice.id}/${option.id}`;
  return choice.offer ? `${step.id}/${choice.id}` : undefined;
}

/**
 * Where the customer comes next.
 * @param skipped They went on without an answer, so nothing that the answer leads to follows.
 */
export function following(
  flow: Flow,
  { step: index, part }: Location,
  answers: Answers,
  skipped: boolean,
): Location {
  if (part === 'activeOffer') return { part: 'step', step: index };
  const onward: Location = { part: 'step', step: index + 1 };
  const step = flow.steps[index];
  if (step?.type !== 'survey' || part === 'offer') return onward;
  const choice = skipped && part === 'step' ? undefined : chosen(step, answers);
  if (!choice) return onward;
  if (choice.followUp && part === 'step') return { part: 'followUp', step: index };
  const option = skipped ? undefined : chosenOption(step, choice, answers);
  const offerId = surveyOfferId(step, choice, option);
  return offerId ? { part: 'offer', step: index, offerId } : onward;
}
