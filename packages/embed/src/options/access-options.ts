import type { I18n } from '@fairwell/elements';
import type { AccessOptions, EmbedI18n, ProviderName } from './documented.js';
import { translateMessages, type DocumentedMessages } from './phrases.js';
import { tellOnce } from './report.js';

function i18nOf({ lang, messages = {} }: EmbedI18n): I18n {
  const untaken = new Set<string>();
  const words = (given: DocumentedMessages) =>
    translateMessages(given, (phrase) => untaken.add(phrase));
  const translated = Object.entries(messages).map(
    ([language, given]): [string, Record<string, string>] => [language, words(given ?? {})],
  );
  if (untaken.size > 0)
    tellOnce(
      'info',
      `i18n.messages: here these are part of a longer sentence, or not said: ${[...untaken].join(', ')}. The keys of ours are in the documentation.`,
    );
  return { ...(lang && { lang }), messages: Object.fromEntries(translated) };
}

/** That the page bills itself is known by its flow. */
const byService = (provider: ProviderName): string | undefined =>
  provider === 'direct' ? undefined : 'the service knows who bills.';

/** What becomes of the options that every call takes. */
export const accessUses = {
  serviceUrl: { to: (serviceUrl: string) => ({ serviceUrl }) },
  session: { to: (session: NonNullable<AccessOptions['session']>) => ({ session }) },
  appId: { to: (appId: string) => ({ appId }) },
  customerId: { to: (customerId: string) => ({ customerId }) },
  authHash: { to: (authHash: string) => ({ authHash }) },
  subscriptionId: { to: (subscriptionId: string) => ({ subscriptionId }) },
  mode: { to: (mode: NonNullable<AccessOptions['mode']>) => ({ mode }) },
  provider: { nothing: byService },
  billingProvider: { nothing: byService },
  i18n: { to: (i18n: EmbedI18n) => ({ i18n: i18nOf(i18n) }) },
  theme: { to: (theme: NonNullable<AccessOptions['theme']>) => ({ theme }) },
  signal: { to: (signal: AbortSignal) => ({ signal }) },
} satisfies { [K in keyof Required<AccessOptions>]: unknown };
