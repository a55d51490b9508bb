import { Type, type Static } from 'typebox';
import { Instant, Metadata } from './billing.js';
import { Flow, Id } from './flow.js';
import { Segment } from './segment.js';

const version = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });
const revision = Type.Integer({
  minimum: 1,
  maximum: 2_147_483_647,
  description: 'Of the draft as it was read; another one means that somebody has changed it since',
});

/** As it is being written: nothing is asked of it until it is published. */
export const DraftFlow = Type.Record(Type.String(), Type.Unknown(), {
  description: 'The blueprint. Its `id` and `version` are given when it is published.',
});
export type DraftFlow = Static<typeof DraftFlow>;

const segment = Type.Union([Segment, Type.Null()], {
  description: 'Whom the flow is for; null for nobody, unless it is the primary one',
});

export const FlowDraft = Type.Object({ flow: DraftFlow, segment });
export type FlowDraft = Static<typeof FlowDraft>;

const draftExample = {
  flow: { name: 'Annual customers', steps: [{ id: 'sure', type: 'confirm' }] },
  segment: {
    name: 'Billed by the year',
    conditions: [{ type: 'billingInterval', operand: 'includes', value: ['year'] }],
  },
};

export const FlowSummary = Type.Object({
  id: Id,
  name: Type.String({ description: "The draft's name, or the id" }),
  primary: Type.Boolean({ description: 'For whoever is in no segment' }),
  liveVersion: Type.Union([version, Type.Null()], { description: 'What customers are shown' }),
  revision,
  unpublished: Type.Boolean({ description: 'Is the draft other than what is live' }),
  archivedAt: Type.Union([Instant, Type.Null()]),
  createdAt: Instant,
  updatedAt: Instant,
});
export type FlowSummary = Static<typeof FlowSummary>;

/** `GET /v1/admin/flows`, in the order in which their segments are asked. */
export const FlowList = Type.Object({ flows: Type.Array(FlowSummary) });
export type FlowList = Static<typeof FlowList>;

/** `GET /v1/admin/flows/:id`. */
export const StoredFlow = Type.Object({ ...FlowSummary.properties, draft: FlowDraft });
export type StoredFlow = Static<typeof StoredFlow>;

/** `POST /v1/admin/flows`. */
export const CreateFlowRequest = Type.Object(
  { id: Id, draft: FlowDraft },
  { examples: [{ id: 'annual', draft: draftExample }] },
);
export type CreateFlowRequest = Static<typeof CreateFlowRequest>;

/** `PUT /v1/admin/flows/:id/draft`. */
export const UpdateDraftRequest = Type.Object(
  { revision, draft: FlowDraft },
  { examples: [{ revision: 1, draft: draftExample }] },
);
export type UpdateDraftRequest = Static<typeof UpdateDraftRequest>;

/** `POST /v1/admin/flows/:id/publish`. */
export const PublishFlowRequest = Type.Object({ revision }, { examples: [{ revision: 2 }] });
export type PublishFlowRequest = Static<typeof PublishFlowRequest>;

/** `POST /v1/admin/flows/:id/restore`: a version becomes the draft. The live one undoes what was not published. */
export const RestoreFlowRequest = Type.Object(
  { version, revision },
  { examples: [{ version: 1, revision: 3 }] },
);
export type RestoreFlowRequest = Static<typeof RestoreFlowRequest>;

/** `PUT /v1/admin/flows/:id/archived`. */
export const ArchiveFlowRequest = Type.Object(
  { archived: Type.Boolean() },
  { examples: [{ archived: true }] },
);
export type ArchiveFlowRequest = Static<typeof ArchiveFlowRequest>;

/** `PUT /v1/admin/flow-order`. */
export const OrderFlowsRequest = Type.Object(
  {
    ids: Type.Array(Id, {
      maxItems: 1000,
      description: 'Every flow that is not archived, the first to be asked first',
    }),
  },
  { examples: [{ ids: ['annual', 'trials', 'everyone'] }] },
);
export type OrderFlowsRequest = Static<typeof OrderFlowsRequest>;

/** `PUT /v1/admin/primary-flow`. */
export const PrimaryFlowRequest = Type.Object(
  {
    id: Type.Union([Id, Type.Null()], {
      description: 'Null for the flow that the service was started with',
    }),
  },
  { examples: [{ id: 'everyone' }] },
);
export type PrimaryFlowRequest = Static<typeof PrimaryFlowRequest>;

/** What was published under a number. It never changes. */
export const FlowVersion = Type.Object({
  version,
  name: Type.String(),
  live: Type.Boolean(),
  publishedAt: Instant,
});
export type FlowVersion = Static<typeof FlowVersion>;

/** `GET /v1/admin/flows/:id/versions`, the latest first. */
export const FlowVersionList = Type.Object({ versions: Type.Array(FlowVersion) });
export type FlowVersionList = Static<typeof FlowVersionList>;

/** `GET /v1/admin/flows/:id/versions/:version`. */
export const PublishedFlow = Type.Object({ ...FlowVersion.properties, flow: Flow, segment });
export type PublishedFlow = Static<typeof PublishedFlow>;

/** `POST /v1/admin/flows/:id/preview`. */
export const PreviewFlowRequest = Type.Object(
  {
    version: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 2_147_483_647,
        description: 'The draft, as it is when it is shown, if absent',
      }),
    ),
  },
  { examples: [{}, { version: 2 }] },
);
export type PreviewFlowRequest = Static<typeof PreviewFlowRequest>;

export const FlowPreview = Type.Object({
  token: Type.String({
    description: 'Goes with `POST /v1/sessions` as `previewToken`, beside `preview: true`',
  }),
  expiresAt: Instant,
});
export type FlowPreview = Static<typeof FlowPreview>;

/** `POST /v1/admin/flow-match`. */
export const MatchFlowRequest = Type.Object(
  {
    customerId: Type.String({ minLength: 1, maxLength: 255 }),
    subscriptionId: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
    customerAttributes: Type.Optional(Metadata),
  },
  { examples: [{ customerId: 'cus_1', customerAttributes: { videosCreated: 28 } }] },
);
export type MatchFlowRequest = Static<typeof MatchFlowRequest>;

/** Which flow this customer would get now, and why. */
export const MatchedFlow = Type.Object({
  flowId: Type.String(),
  version: Type.Union([Type.Integer(), Type.Null()]),
  because: Type.Union(
    [Type.Literal('segment'), Type.Literal('primary'), Type.Literal('configured')],
    {
      description:
        'They are in its segment; it is the primary flow; or nothing is stored for them, and it is the one that the service was started with',
    },
  ),
  segments: Type.Array(
    Type.Object({ flowId: Type.String(), name: Type.String(), matches: Type.Boolean() }),
    { description: 'Every segment of a live flow, in the order in which they are asked' },
  ),
});
export type MatchedFlow = Static<typeof MatchedFlow>;
