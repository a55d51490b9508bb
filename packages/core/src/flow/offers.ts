import type { Flow, FollowUp, Offer, Step, SurveyChoice } from '@fairwell/contract';

/** An offer and its place in the flow: `step`, `step/choice` or `step/choice/option`. */
export interface PlacedOffer {
  id: string;
  offer: Offer;
}

/** Every offer of a flow, in the order of the document. */
export function offersOf(flow: Flow): PlacedOffer[] {
  const found: PlacedOffer[] = [];
  const add = (id: string, offer: Offer | null | undefined): void => {
    if (offer) found.push({ id, offer });
  };
  for (const step of flow.steps) {
    if (step.type === 'offer') add(step.id, step.offer);
    if (step.type !== 'survey') continue;
    for (const choice of step.choices) {
      add(`${step.id}/${choice.id}`, choice.offer);
      const { followUp } = choice;
      if (!followUp || followUp.mode === 'freeform') continue;
      for (const option of followUp.options)
        add(`${step.id}/${choice.id}/${option.id}`, option.offer);
    }
  }
  return found;
}

export function findOffer(flow: Flow, id: string): Offer | undefined {
  return offersOf(flow).find((placed) => placed.id === id)?.offer;
}

/** The same flow with every offer passed through `change`; null takes the offer out, and with it a step that was nothing else. */
export function mapOffers(flow: Flow, change: (offer: Offer) => Offer | null): Flow {
  const changed = (offer: Offer | null | undefined): Offer | null => (offer ? change(offer) : null);
  const followUp = (from: FollowUp): FollowUp =>
    from.mode === 'freeform'
      ? from
      : {
          ...from,
          options: from.options.map((option) => ({ ...option, offer: changed(option.offer) })),
        };
  const choice = (from: SurveyChoice): SurveyChoice => ({
    ...from,
    offer: changed(from.offer),
    followUp: from.followUp ? followUp(from.followUp) : null,
  });
  const steps = flow.steps.flatMap((step): Step[] => {
    if (step.type === 'survey') return [{ ...step, choices: step.choices.map(choice) }];
    if (step.type !== 'offer') return [step];
    const offer = change(step.offer);
    return offer ? [{ ...step, offer }] : [];
  });
  return { ...flow, steps };
}
