import { element } from '../dom.ts';

/** Opens a bank's window over the page, as Stripe.js does. Resolves with the customer's answer. */
export async function askPracticeBank(): Promise<boolean> {
  const yes = element('button', { value: 'yes' }, 'Approve');
  const no = element('button', { value: 'no' }, 'Refuse');
  const dialog = element(
    'dialog',
    { class: 'practice-bank', 'aria-labelledby': 'practice-bank-title' },
    element(
      'form',
      { method: 'dialog' },
      element('p', { class: 'practice-mark' }, 'Practice bank'),
      element('h2', { id: 'practice-bank-title' }, 'Is it you who is paying?'),
      element('p', {}, 'In a product, this window is the bank’s own.'),
      element('div', { class: 'answers' }, yes, no),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  await new Promise((resolve) => dialog.addEventListener('close', resolve));
  dialog.remove();
  return dialog.returnValue === 'yes';
}
