import type { PracticeCard } from '../../server/api.ts';
import { element } from '../dom.ts';

const answers: Record<PracticeCard, string> = {
  pm_card_visa: 'It pays',
  pm_card_chargeDeclined: 'It is declined',
  pm_card_authenticationRequired: 'Its bank asks first (3-D Secure)',
};

/** In place of a form for a card: a choice of how the card answers, the first of them chosen. */
export function practiceCard(hint: HTMLElement, cards: readonly PracticeCard[]): HTMLElement {
  return element(
    'fieldset',
    { class: 'practice-card' },
    element('legend', {}, 'Practice card'),
    hint,
    ...cards.map((card, index) =>
      element(
        'label',
        {},
        element('input', {
          type: 'radio',
          name: 'practice-card',
          value: card,
          checked: index === 0 ? '' : undefined,
        }),
        answers[card],
      ),
    ),
  );
}

function isCard(value: string | undefined): value is PracticeCard {
  return value !== undefined && value in answers;
}

export function chosenCard(form: HTMLElement): PracticeCard {
  const value = form.querySelector<HTMLInputElement>('input:checked')?.value;
  return isCard(value) ? value : 'pm_card_chargeDeclined';
}
