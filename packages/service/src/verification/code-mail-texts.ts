import { isLocale, matchLocale } from '@fairwell/core';

/** The mail with the code in one language, in plain text. */
export interface CodeMailText {
  subject: string;
  /** With `{code}` in it, and `{minutes}` for how long the code holds. */
  text: string;
}

/** By BCP 47 tag; what is left out is ours. */
export type CodeMailTexts = Readonly<Record<string, Partial<CodeMailText>>>;

const english: CodeMailText = {
  subject: 'Your verification code',
  text: `Hello,

your verification code is {code}

Enter it on the page where you asked for it. It works once, within {minutes} minutes.

If you did not ask for a code, there is nothing you need to do: without it nothing changes.
`,
};

const ours: Readonly<Record<string, CodeMailText>> = {
  en: english,
  de: {
    subject: 'Ihr Bestätigungscode',
    text: `Guten Tag,

Ihr Bestätigungscode lautet {code}

Geben Sie ihn auf der Seite ein, auf der Sie ihn angefordert haben. Er gilt einmal und {minutes} Minuten lang.

Falls Sie keinen Code angefordert haben, brauchen Sie nichts zu tun: Ohne ihn ändert sich nichts.
`,
  },
  fr: {
    subject: 'Votre code de vérification',
    text: `Bonjour,

votre code de vérification est {code}

Saisissez-le sur la page où vous l’avez demandé. Il est valable une seule fois, pendant {minutes} minutes.

Si vous n’avez pas demandé de code, vous n’avez rien à faire : sans lui, rien ne change.
`,
  },
  es: {
    subject: 'Su código de verificación',
    text: `Hola:

Su código de verificación es {code}

Introdúzcalo en la página donde lo ha pedido. Sirve una sola vez, durante {minutes} minutos.

Si no ha pedido ningún código, no tiene que hacer nada: sin él no cambia nada.
`,
  },
  'pt-BR': {
    subject: 'Seu código de verificação',
    text: `Olá,

seu código de verificação é {code}

Digite-o na página em que você o pediu. Ele vale uma única vez, por {minutes} minutos.

Se você não pediu um código, não precisa fazer nada: sem ele, nada muda.
`,
  },
  it: {
    subject: 'Il suo codice di verifica',
    text: `Buongiorno,

il suo codice di verifica è {code}

Lo inserisca nella pagina in cui lo ha richiesto. Vale una sola volta, per {minutes} minuti.

Se non ha richiesto un codice, non deve fare nulla: senza di esso non cambia nulla.
`,
  },
  nl: {
    subject: 'Uw verificatiecode',
    text: `Hallo,

uw verificatiecode is {code}

Voer deze in op de pagina waar u erom hebt gevraagd. De code werkt één keer, {minutes} minuten lang.

Hebt u niet om een code gevraagd, dan hoeft u niets te doen: zonder de code verandert er niets.
`,
  },
};

function inLanguage<T>(tag: string, texts: Readonly<Record<string, T>>): T | undefined {
  return texts[matchLocale([tag], Object.keys(texts))?.tag ?? ''];
}

/**
 * In the customer's language where there are words in it, else in English; the host's before ours.
 *
 * @param locale BCP 47.
 * @param subject The host's, in every language.
 */
export function codeMailText(
  locale: string | null,
  hosts: CodeMailTexts,
  subject: string | undefined,
): CodeMailText {
  const tags = [...Object.keys(hosts), ...Object.keys(ours)];
  const tag = matchLocale(locale === null ? [] : [locale], tags)?.tag ?? 'en';
  return {
    ...english,
    ...inLanguage(tag, ours),
    ...(subject !== undefined && { subject }),
    ...inLanguage(tag, hosts),
  };
}

/** What is wrong with a host's texts: the place of it, and what was expected there. */
export function findMailTextFault(hosts: CodeMailTexts): { field: string; says: string } | null {
  for (const [tag, { subject, text }] of Object.entries(hosts)) {
    if (!isLocale(tag)) return { field: tag, says: 'named by the BCP 47 tag of a language' };
    if (subject !== undefined && (!subject.trim() || /[\r\n]/.test(subject)))
      return { field: `${tag}.subject`, says: 'one line of text' };
    if (text !== undefined && !text.includes('{code}'))
      return { field: `${tag}.text`, says: 'a text with {code} in it' };
  }
  return null;
}
