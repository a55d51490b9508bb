import { Type, type Static } from 'typebox';
import { Mode } from './session.js';

const id = Type.String({ minLength: 1, maxLength: 255 });

/** What a host says of a customer, a user or an event. Nested values are kept as they are. */
export const Facts = Type.Record(Type.String({ maxLength: 255 }), Type.Unknown(), {
  maxProperties: 200,
});
export type Facts = Static<typeof Facts>;

const whose = {
  customerId: Type.Optional({ ...id, description: 'At the billing provider' }),
  uid: Type.Optional({ ...id, description: "The host's own id of the customer" }),
};

const event = {
  event: Type.String({ minLength: 1, maxLength: 255, description: 'Object and action' }),
  ...whose,
  eventDate: Type.Optional(
    Type.String({ pattern: '^[0-9]{4}-', maxLength: 40, description: 'ISO 8601; now when absent' }),
  ),
  eventData: Type.Optional(Facts),
};

const user = Type.Object({
  uid: { ...id, description: "The host's own id of the user" },
  data: Type.Optional(Facts),
});

const updates = { customerData: Type.Optional(Facts), user: Type.Optional(user) };

/** `POST /v1/api/events/new`. At least one of `customerId` and `uid`. */
export const NewEvent = Type.Object(
  { ...event, ...updates },
  {
    examples: [{ event: 'Post Created', customerId: 'cus_1', eventData: { postType: 'image' } }],
  },
);
export type NewEvent = Static<typeof NewEvent>;

/**
 * `POST /v1/events`: what happened in a customer's page. With the same credentials as
 * `POST /v1/sessions`, which say whose event it is.
 */
export const PageEvent = Type.Object(
  {
    appId: Type.Optional(Type.String()),
    customerId: Type.Optional(Type.String({ maxLength: 255 })),
    authHash: Type.Optional(Type.String({ maxLength: 128 })),
    mode: Type.Optional(Mode),
    event: event.event,
    eventData: event.eventData,
  },
  {
    additionalProperties: false,
    examples: [{ event: 'Post Created', eventData: { postType: 'image' } }],
  },
);
export type PageEvent = Static<typeof PageEvent>;

/** `POST /v1/api/events/bulk`. Without updates of customers and users. */
export const NewEvents = Type.Array(
  Type.Object(
    { ...event, user: Type.Optional(Type.Object({ uid: id }, { additionalProperties: false })) },
    { additionalProperties: false },
  ),
  {
    minItems: 1,
    maxItems: 100,
    examples: [[{ event: 'Post Created', customerId: 'cus_1', eventDate: '2026-05-01' }]],
  },
);
export type NewEvents = Static<typeof NewEvents>;

/** `POST /v1/api/events/customer-update`. At least one of `customerId` and `uid`. */
export const CustomerUpdate = Type.Object(
  { ...whose, ...updates },
  { examples: [{ customerId: 'cus_1', uid: 'team_7', customerData: { numSeats: 7 } }] },
);
export type CustomerUpdate = Static<typeof CustomerUpdate>;

const contact = Type.Object({
  userId: { ...id, description: "The host's own id of the user" },
  data: Type.Object({
    email: Type.String({ minLength: 3, maxLength: 320, pattern: '^[^@\\s]+@[^@\\s]+$' }),
    name: Type.String({ maxLength: 255 }),
    phone: Type.Optional(Type.String({ maxLength: 50 })),
    billingAdmin: Type.Boolean({ description: 'Gets mail about payments that failed' }),
  }),
});

const contactsExample = {
  customerId: 'cus_1',
  users: [
    {
      userId: 'user_1',
      data: { name: 'Robin Vale', email: 'robin@example.com', billingAdmin: true },
    },
  ],
};

/** `POST /v1/api/events/customer-update/set-users`: takes the place of the users known before. */
export const SetUsers = Type.Object(
  { customerId: id, users: Type.Array(contact, { maxItems: 100 }) },
  { examples: [contactsExample] },
);
export type SetUsers = Static<typeof SetUsers>;

export const SetUsersOfMany = Type.Array(SetUsers, {
  minItems: 1,
  maxItems: 100,
  examples: [[contactsExample]],
});

/** `POST /v1/data/dsr/access` and `/delete`: whose data it is about. At least one of them. */
export const DataSubject = Type.Object(
  { email: Type.Optional(Type.String({ minLength: 3, maxLength: 320 })), ...whose },
  { examples: [{ email: 'robin@example.com' }] },
);
export type DataSubject = Static<typeof DataSubject>;

const Counts = Type.Record(Type.String(), Type.Integer(), {
  description: 'How much there is in each place',
});

export const AccessResponse = Type.Object(
  {
    customer: DataSubject,
    counts: Counts,
    profile: Type.Record(Type.String(), Type.Array(Type.Unknown())),
  },
  {
    examples: [
      {
        customer: { email: 'robin@example.com' },
        counts: { sessions: 1, events: 0 },
        profile: { sessions: [{ id: 'ses_4f0Qm2yRk8sVb1WcXe7LdA' }], events: [] },
      },
    ],
  },
);
export type AccessResponse = Static<typeof AccessResponse>;

export const DeleteResponse = Type.Object(
  {
    customer: DataSubject,
    deleted: Type.Boolean(),
    reasonForRejection: Type.Optional(Type.String()),
    deletedCounts: Type.Optional(Counts),
    counts: Counts,
  },
  {
    examples: [
      {
        customer: { email: 'robin@example.com' },
        deleted: true,
        deletedCounts: { sessions: 1, events: 5 },
        counts: { sessions: 0, events: 0 },
      },
    ],
  },
);
export type DeleteResponse = Static<typeof DeleteResponse>;
