import { Type, type Static } from 'typebox';
import { DecisionKey } from './action.js';
import { Subscription } from './billing.js';
import { Mode } from './session.js';

/**
 * `POST /v1/cancellations/undo`: what was to end at the end of the period goes on. With the same
 * credentials as `POST /v1/sessions`; without a subscription, all of the customer's are meant.
 */
export const UndoCancelRequest = Type.Object(
  {
    key: DecisionKey,
    appId: Type.Optional(Type.String()),
    customerId: Type.Optional(Type.String({ maxLength: 255 })),
    authHash: Type.Optional(Type.String({ maxLength: 128 })),
    subscriptionId: Type.Optional(Type.String({ maxLength: 255 })),
    mode: Type.Optional(Mode),
  },
  { examples: [{ key: 'b3c1f6d2-5f0e-4a36', subscriptionId: 'sub_1' }] },
);
export type UndoCancelRequest = Static<typeof UndoCancelRequest>;

export const UndoCancelResponse = Type.Object({
  subscriptions: Type.Array(Subscription, { description: 'Those that go on, as they are now' }),
});
export type UndoCancelResponse = Static<typeof UndoCancelResponse>;
