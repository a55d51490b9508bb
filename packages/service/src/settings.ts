import {
  compliancePresets,
  defaultEligibilitySettings,
  type CompliancePreset,
  type EligibilitySettings,
} from '@fairwell/core';
import type { DynamicOfferLimits } from './flows/dynamic-offers.js';

/** How the business wants its flows to behave. */
export interface Settings extends EligibilitySettings, DynamicOfferLimits {
  /** When a cancelled subscription ends. */
  cancelAt: 'periodEnd' | 'immediately';
  /** Add an accepted coupon to those in force, instead of putting it in their place. */
  stackCoupons: boolean;
  /** The laws that apply. */
  compliance: readonly CompliancePreset[];
}

export const defaultSettings: Settings = {
  ...defaultEligibilitySettings,
  cancelAt: 'periodEnd',
  stackCoupons: false,
  compliance: [],
  dynamicCoupons: [],
  dynamicPlans: [],
};

type Check = (value: unknown) => string | null;

const presets: ReadonlySet<unknown> = new Set(compliancePresets);

const boolean: Check = (value) => (typeof value === 'boolean' ? null : 'true or false');
const months: Check = (value) =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 120
    ? null
    : 'a whole number of months from 0 to 120';

const ids: Check = (value) =>
  Array.isArray(value) && value.every((each) => typeof each === 'string' && each)
    ? null
    : 'a list of ids';

const checks: Record<keyof Settings, Check> = {
  cancelAt: (value) =>
    value === 'periodEnd' || value === 'immediately' ? null : '"periodEnd" or "immediately"',
  stackCoupons: boolean,
  pauseForAnnual: boolean,
  discountCooldownMonths: months,
  pauseCooldownMonths: months,
  dynamicCoupons: ids,
  dynamicPlans: ids,
  compliance: (value) =>
    Array.isArray(value) && value.every((each: unknown) => presets.has(each))
      ? null
      : `a list of ${compliancePresets.map((preset) => `"${preset}"`).join(', ')}`,
};

/** What is wrong with the settings: the name of one, and what was expected there. */
export function findSettingFault(settings: object): { name: string; expected: string } | null {
  for (const [name, value] of Object.entries(settings)) {
    const check = Object.hasOwn(checks, name) ? checks[name as keyof Settings] : undefined;
    if (!check) return { name, expected: `one of ${Object.keys(checks).join(', ')}` };
    const expected = value === undefined ? null : check(value);
    if (expected !== null) return { name, expected };
  }
  return null;
}
