import type { Standing } from './api.js';

export type Theme = 'light' | 'dark';

/** In their own names, as a reader looks for theirs. */
export const languageNames = { en: 'English', de: 'Deutsch', ar: 'العربية' } as const;
export type Language = keyof typeof languageNames;
export const languages = ['en', 'de', 'ar'] as const satisfies readonly Language[];

export function isLanguage(text: string): text is Language {
  return Object.hasOwn(languageNames, text);
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** Everything that the page says. */
export interface Words {
  readonly title: string;
  readonly loading: string;
  readonly standings: Readonly<Record<Standing, string>>;
  readonly theme: string;
  readonly themes: Readonly<Record<Theme, string>>;
  readonly language: string;
  readonly windowsills: string;
  /** The checkbox that forbids cancelling. */
  readonly keep: string;
  readonly leave: string;
  readonly cancel: string;
  /** The button that opens the flow by a call. */
  readonly callFlow: string;
  /** The line at the end of the flow. */
  readonly note: string;
  readonly heard: string;
  readonly elsewhere: string;
  readonly back: string;
  /** The question of the custom step. */
  readonly rate: (plan: string) => string;
  readonly send: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    title: 'Your subscription',
    loading: 'One moment',
    standings: {
      active: 'Active',
      discounted: 'Active, with a discount',
      paused: 'Paused',
      overdue: 'The last payment failed',
      ending: 'Cancelled, active until the end of the period',
    },
    theme: 'Theme',
    themes: { light: 'Light', dark: 'Dark' },
    language: 'Language',
    windowsills: 'Windowsills',
    keep: 'Do not let me cancel',
    leave: 'To the seeds',
    cancel: 'Cancel subscription',
    callFlow: 'Thinking of leaving?',
    note: 'Questions? Our gardener answers.',
    heard: 'Heard',
    elsewhere: 'Seeds of the season',
    back: 'To the account',
    rate: (plan) => `How was your ${plan}?`,
    send: 'Send',
  },
  de: {
    title: 'Ihr Abo',
    loading: 'Einen Moment',
    standings: {
      active: 'Aktiv',
      discounted: 'Aktiv, mit Rabatt',
      paused: 'Pausiert',
      overdue: 'Die letzte Zahlung ist fehlgeschlagen',
      ending: 'Gekündigt, aktiv bis zum Ende des Zeitraums',
    },
    theme: 'Aussehen',
    themes: { light: 'Hell', dark: 'Dunkel' },
    language: 'Sprache',
    windowsills: 'Fensterbänke',
    keep: 'Kündigen nicht zulassen',
    leave: 'Zu den Samen',
    cancel: 'Abo kündigen',
    callFlow: 'Sie wollen gehen?',
    note: 'Fragen? Unser Gärtner antwortet.',
    heard: 'Gehört',
    elsewhere: 'Samen der Saison',
    back: 'Zum Konto',
    rate: (plan) => `Wie war ${plan}?`,
    send: 'Absenden',
  },
  ar: {
    title: 'اشتراكك',
    loading: 'لحظة من فضلك',
    standings: {
      active: 'نشط',
      discounted: 'نشط، مع خصم',
      paused: 'متوقف مؤقتًا',
      overdue: 'فشلت آخر دفعة',
      ending: 'أُلغي، ويبقى نشطًا حتى نهاية الفترة',
    },
    theme: 'المظهر',
    themes: { light: 'فاتح', dark: 'داكن' },
    language: 'اللغة',
    windowsills: 'عتبات النوافذ',
    keep: 'لا تسمح بالإلغاء',
    leave: 'إلى البذور',
    cancel: 'إلغاء الاشتراك',
    callFlow: 'هل تفكر في المغادرة؟',
    note: 'أسئلة؟ بستانينا يجيب.',
    heard: 'ما سُمع',
    elsewhere: 'بذور الموسم',
    back: 'إلى الحساب',
    rate: (plan) => `كيف كان ${plan}؟`,
    send: 'إرسال',
  },
};

export function wordsIn(language: Language): Words {
  return words[language];
}
