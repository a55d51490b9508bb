import { SettingsChanges, type MessagesByLanguage, type Settings } from '@fairwell/contract';
import { defaultEligibilitySettings, isLocale } from '@fairwell/core';
import { faultOf } from '../errors/validation.js';

export type { Settings } from '@fairwell/contract';

export const defaultSettings: Settings = {
  ...defaultEligibilitySettings,
  cancelAt: 'periodEnd',
  pauseInvoices: 'markUncollectible',
  stackCoupons: false,
  prorate: true,
  recordSessions: true,
  compliance: [],
  dynamicCoupons: [],
  dynamicPlans: [],
  messages: {},
};

/** Every session is told them all, in characters with their keys. */
const maxMessages = 100_000;

interface Fault {
  field: string;
  says: string;
}

/** What no page could show; which keys there are, only the page knows. */
function findMessagesFault(messages: MessagesByLanguage): Fault | null {
  for (const [tag, texts] of Object.entries(messages)) {
    const field = `messages.${tag}`;
    if (!isLocale(tag))
      return { field, says: 'must be the BCP 47 tag of a language, like "pt-BR"' };
    const empty = Object.entries(texts).find(([, text]) => !text.trim())?.[0];
    if (empty !== undefined) return { field: `${field}.${empty}`, says: 'must have words in it' };
  }
  const isTooMuch = JSON.stringify(messages).length > maxMessages;
  return isTooMuch
    ? { field: 'messages', says: `must not exceed ${maxMessages} characters in all` }
    : null;
}

function isChanges(settings: unknown): settings is SettingsChanges {
  return faultOf(SettingsChanges, settings) === null;
}

/** What is wrong with the settings: the place of it, and what was expected there. */
export function findSettingFault(settings: unknown): Fault | null {
  if (!isChanges(settings)) return faultOf(SettingsChanges, settings);
  return findMessagesFault(settings.messages ?? {});
}
