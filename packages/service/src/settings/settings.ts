import { SettingsChanges, type Settings } from '@fairwell/contract';
import { defaultEligibilitySettings } from '@fairwell/core';
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
};

/** What is wrong with the settings: the place of it, and what was expected there. */
export function findSettingFault(settings: unknown): { field: string; says: string } | null {
  return faultOf(SettingsChanges, settings);
}
