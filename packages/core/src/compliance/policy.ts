import type { CompliancePolicy } from '@fairwell/contract';

/** The laws a business can choose to follow; several may apply at once. */
export const compliancePresets = [
  'usFederal',
  'california',
  'newYork',
  'minnesota',
  'germany',
  'france',
  'quebec',
] as const;
export type CompliancePreset = (typeof compliancePresets)[number];

const policies: Record<CompliancePreset, CompliancePolicy> = {
  // ROSCA, 15 U.S.C. §8403: a simple mechanism to stop recurring charges.
  usFederal: { offers: true, prominentCancel: false },
  // Bus. & Prof. Code §17602: an offer only beside a prominent "click to cancel".
  california: { offers: true, prominentCancel: true },
  // GBL §527-a, as amended from 5 November 2025.
  newYork: { offers: true, prominentCancel: true },
  // Minn. Stat. §325G.58: no offer during a cancel without the customer's permission.
  minnesota: { offers: false, prominentCancel: false },
  // BGB §312k: nothing but the termination itself.
  germany: { offers: false, prominentCancel: true },
  // Code de la consommation L.215-1-1.
  france: { offers: false, prominentCancel: true },
  // CPA art. 187.28.
  quebec: { offers: true, prominentCancel: true },
};

/** What the chosen laws ask of the flow; where they differ the stricter wins. Cancelling is in reach of every step under any of them. */
export function compliancePolicy(presets: readonly CompliancePreset[]): CompliancePolicy {
  const chosen = presets.map((preset) => policies[preset]);
  return {
    offers: chosen.every(({ offers }) => offers),
    prominentCancel: chosen.some(({ prominentCancel }) => prominentCancel),
  };
}
