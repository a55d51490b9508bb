import { countCharacters } from '../format/characters.js';
import type { Issue, QuestionPage } from './state.js';

function textIssue(
  text: string,
  { required, minLength = 0 }: { required?: boolean | undefined; minLength?: number | undefined },
): Issue | null {
  const words = text.trim();
  if (!words) return required ? { code: 'text_required' } : null;
  const length = minLength && countCharacters(words);
  return length < minLength ? { code: 'text_too_short', minLength, length } : null;
}

/** What keeps the customer from going on with this answer, or null. Going on without an answer is another thing (`skip`). */
export function issueAt(page: QuestionPage): Issue | null {
  switch (page.kind) {
    case 'survey':
      return page.selected === null ? { code: 'choice_required' } : null;
    case 'followUp': {
      const { followUp, selected, text } = page;
      if (followUp.mode === 'structured')
        return selected === null ? { code: 'choice_required' } : null;
      if (followUp.mode === 'structured+freeform' && selected === null && !text.trim())
        return { code: 'choice_required' };
      return textIssue(text, followUp);
    }
    case 'feedback':
      return textIssue(page.text, page.step);
    case 'confirm':
      return page.step?.acknowledgement && !page.acknowledged
        ? { code: 'acknowledgement_required' }
        : null;
    case 'activeOffer':
    case 'offer':
    case 'custom':
      return null;
  }
}
