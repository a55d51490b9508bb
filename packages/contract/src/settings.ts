import { Type, type Static } from 'typebox';
import { MessagesByLanguage } from './session.js';

const months = (description: string) => Type.Integer({ minimum: 0, maximum: 120, description });
const ids = (description: string) =>
  Type.Array(Type.String({ minLength: 1, maxLength: 255 }), { maxItems: 100, description });

export const PauseInvoices = Type.Union(
  [Type.Literal('markUncollectible'), Type.Literal('void'), Type.Literal('keepAsDraft')],
  { description: 'What becomes of the invoices of a paused subscription, on Stripe' },
);
export type PauseInvoices = Static<typeof PauseInvoices>;

/** How the business wants its flows to behave. A session keeps those it was started under. */
export const Settings = Type.Object(
  {
    cancelAt: Type.Union([Type.Literal('periodEnd'), Type.Literal('immediately')], {
      description: 'When a cancelled subscription ends',
    }),
    pauseInvoices: PauseInvoices,
    pauseForAnnual: Type.Boolean({
      description: 'Offer a pause to subscriptions that are not billed monthly too',
    }),
    pauseCooldownMonths: months('Between the end of a pause and the next; 0 for none'),
    stackCoupons: Type.Boolean({
      description: 'Add an accepted coupon to those in force, instead of putting it in their place',
    }),
    discountCooldownMonths: months('Between two accepted discounts; 0 for none'),
    prorate: Type.Boolean({
      description: 'Charge or credit a change of plan for the rest of the period',
    }),
    recordSessions: Type.Boolean({
      description: 'May a session be replayed, if the page does not say (`record`)',
    }),
    compliance: Type.Array(
      Type.Union([
        Type.Literal('usFederal'),
        Type.Literal('california'),
        Type.Literal('newYork'),
        Type.Literal('minnesota'),
        Type.Literal('germany'),
        Type.Literal('france'),
        Type.Literal('quebec'),
      ]),
      { maxItems: 7, description: 'The laws that apply' },
    ),
    dynamicCoupons: ids("Coupons that a page may put in place of the flow's own"),
    dynamicPlans: ids("Plans that a page may put in place of the flow's own"),
    messages: MessagesByLanguage,
  },
  { additionalProperties: false },
);
export type Settings = Static<typeof Settings>;

export const SettingsChanges = Type.Partial(Settings, { additionalProperties: false });
export type SettingsChanges = Static<typeof SettingsChanges>;

const revision = Type.Integer({
  minimum: 0,
  maximum: 2_147_483_646,
  description: 'Of what was read before; 0 while nothing has been stored',
});

/** `GET /v1/admin/settings`. */
export const StoredSettings = Type.Object({
  settings: Settings,
  /** What was stored; everything else is as the service was started. */
  changes: SettingsChanges,
  revision,
});
export type StoredSettings = Static<typeof StoredSettings>;

/** `PUT /v1/admin/settings`. What is left out goes back to how the service was started. */
export const PutSettingsRequest = Type.Object(
  { changes: SettingsChanges, revision },
  { examples: [{ changes: { cancelAt: 'immediately', stackCoupons: true }, revision: 0 }] },
);
export type PutSettingsRequest = Static<typeof PutSettingsRequest>;
