import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  ArchiveFlowRequest,
  CreateFlowRequest,
  FlowList,
  FlowPreview,
  FlowVersionList,
  Id,
  OrderFlowsRequest,
  PreviewFlowRequest,
  PrimaryFlowRequest,
  PublishedFlow,
  PublishFlowRequest,
  RestoreFlowRequest,
  StoredFlow,
  UpdateDraftRequest,
  type Mode,
} from '@fairwell/contract';
import { Type } from 'typebox';
import { keyOf, type KeyGuard } from '../auth/require-key.js';
import { errorResponses } from '../errors/error-responses.js';
import type { FlowStore } from './flow-store.js';
import type { LiveFlows } from './live-flows.js';
import { signPreviewToken, type PreviewSigning } from './preview-token.js';

export interface FlowRoutes {
  store: FlowStore;
  live: LiveFlows;
  signing: PreviewSigning;
  requireAdminKey: KeyGuard;
}

const FlowParams = Type.Object({ id: Id });
const VersionParams = Type.Object({
  id: Id,
  version: Type.String({ pattern: '^[1-9][0-9]{0,8}$' }),
});
const ListQuery = Type.Object({
  archived: Type.Optional(
    Type.Union([Type.Literal('true'), Type.Literal('false')], {
      description: 'Those that are archived, in place of the others',
    }),
  ),
});
/** Room for a flow in fifty languages, in bytes. */
const bodyLimit = 4 * 1024 * 1024;
const shared = { tags: ['Flows'], security: [{ adminKey: [] }] };

export const flowRoutes: FastifyPluginAsyncTypebox<FlowRoutes> = async (
  app,
  { store, live, signing, requireAdminKey },
) => {
  const onRequest = requireAdminKey;

  async function list(mode: Mode, archived: boolean): Promise<FlowList> {
    const flows = await store.list(mode, archived);
    return { flows: flows.map(({ draft: _draft, ...summary }) => summary) };
  }

  app.get(
    '/v1/admin/flows',
    {
      onRequest,
      schema: {
        ...shared,
        summary: 'List the flows',
        description: 'In the order in which their segments are asked.',
        querystring: ListQuery,
        response: { 200: FlowList, ...errorResponses },
      },
    },
    (request) => list(keyOf(request).mode, request.query.archived === 'true'),
  );

  app.post(
    '/v1/admin/flows',
    {
      onRequest,
      bodyLimit,
      schema: {
        ...shared,
        summary: 'Store a flow as a draft',
        description: 'Nobody is shown it before it is published. It is asked last.',
        body: CreateFlowRequest,
        response: { 201: StoredFlow, ...errorResponses },
      },
    },
    async (request, reply) => {
      const { id, draft } = request.body;
      return reply.code(201).send(await store.create(keyOf(request).mode, id, draft));
    },
  );

  app.get(
    '/v1/admin/flows/:id',
    {
      onRequest,
      schema: {
        ...shared,
        summary: 'Read a flow and its draft',
        params: FlowParams,
        response: { 200: StoredFlow, ...errorResponses },
      },
    },
    (request) => store.get(keyOf(request).mode, request.params.id),
  );

  app.put(
    '/v1/admin/flows/:id/draft',
    {
      onRequest,
      bodyLimit,
      schema: {
        ...shared,
        summary: 'Change the draft of a flow',
        description:
          'Answers 409 if it has been changed since the revision that is sent. A draft may be unfinished.',
        params: FlowParams,
        body: UpdateDraftRequest,
        response: { 200: StoredFlow, ...errorResponses },
      },
    },
    async (request) => {
      const { draft, revision } = request.body;
      return store.updateDraft(keyOf(request).mode, request.params.id, draft, revision);
    },
  );

  app.post(
    '/v1/admin/flows/:id/publish',
    {
      onRequest,
      schema: {
        ...shared,
        summary: 'Show the draft to customers, under the next number',
        description:
          'Answers 422 with the place that is wrong if the draft is no flow, and 409 if it has been changed since the revision that is sent. Sessions that are open keep theirs.',
        params: FlowParams,
        body: PublishFlowRequest,
        response: { 201: PublishedFlow, ...errorResponses },
      },
    },
    async (request, reply) => {
      const { revision } = request.body;
      return reply
        .code(201)
        .send(await store.publish(keyOf(request).mode, request.params.id, revision));
    },
  );

  app.get(
    '/v1/admin/flows/:id/versions',
    {
      onRequest,
      schema: {
        ...shared,
        summary: 'List what was published of a flow, the latest first',
        params: FlowParams,
        response: { 200: FlowVersionList, ...errorResponses },
      },
    },
    async (request) => {
      const versions = await store.versions(keyOf(request).mode, request.params.id);
      return { versions: versions.map(({ flow: _flow, segment: _segment, ...each }) => each) };
    },
  );

  app.get(
    '/v1/admin/flows/:id/versions/:version',
    {
      onRequest,
      schema: {
        ...shared,
        summary: 'Read a version',
        description: 'It never changes.',
        params: VersionParams,
        response: { 200: PublishedFlow, ...errorResponses },
      },
    },
    async (request) => {
      const { id, version } = request.params;
      return store.version(keyOf(request).mode, id, Number(version));
    },
  );

  app.post(
    '/v1/admin/flows/:id/restore',
    {
      onRequest,
      schema: {
        ...shared,
        summary: 'Make a version the draft',
        description:
          'Customers are shown it again once it is published, under a new number. The live version undoes what was not published.',
        params: FlowParams,
        body: RestoreFlowRequest,
        response: { 200: StoredFlow, ...errorResponses },
      },
    },
    async (request) => {
      const { version, revision } = request.body;
      return store.restore(keyOf(request).mode, request.params.id, version, revision);
    },
  );

  app.put(
    '/v1/admin/flows/:id/archived',
    {
      onRequest,
      schema: {
        ...shared,
        summary: 'Put a flow away, or bring it back',
        description: 'Customers are not shown an archived flow, and it cannot be changed.',
        params: FlowParams,
        body: ArchiveFlowRequest,
        response: { 200: StoredFlow, ...errorResponses },
      },
    },
    async (request) => {
      const { mode } = keyOf(request);
      await live.setArchived(mode, request.params.id, request.body.archived);
      return store.get(mode, request.params.id);
    },
  );

  app.post(
    '/v1/admin/flows/:id/preview',
    {
      onRequest,
      schema: {
        ...shared,
        summary: 'Let somebody see a flow in a preview',
        description: 'The token holds for 15 minutes and shows this flow alone; nothing is billed.',
        params: FlowParams,
        body: PreviewFlowRequest,
        response: { 201: FlowPreview, ...errorResponses },
      },
    },
    async (request, reply) => {
      const { mode } = keyOf(request);
      const { id } = request.params;
      const { version } = request.body;
      await (version === undefined ? store.get(mode, id) : store.version(mode, id, version));
      return reply.code(201).send(signPreviewToken({ flowId: id, version }, mode, signing));
    },
  );

  app.put(
    '/v1/admin/flow-order',
    {
      onRequest,
      schema: {
        ...shared,
        summary: 'Say in which order segments are asked',
        body: OrderFlowsRequest,
        response: { 200: FlowList, ...errorResponses },
      },
    },
    async (request) => {
      const { mode } = keyOf(request);
      await live.order(mode, request.body.ids);
      return list(mode, false);
    },
  );

  app.put(
    '/v1/admin/primary-flow',
    {
      onRequest,
      schema: {
        ...shared,
        summary: 'Say which flow is for whoever is in no segment',
        body: PrimaryFlowRequest,
        response: { 200: FlowList, ...errorResponses },
      },
    },
    async (request) => {
      const { mode } = keyOf(request);
      await live.setPrimary(mode, request.body.id);
      return list(mode, false);
    },
  );
};
