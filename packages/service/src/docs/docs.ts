import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { withExamples } from './examples.js';

/** Describes the routes that are registered after it, at `/docs`. */
export async function registerDocs(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    transform: ({ schema, url, route }) => ({
      schema: withExamples(schema, String(route.method), url.slice(app.prefix.length)),
      url,
    }),
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Fairwell',
        description: 'Sessions of a cancel flow, walls, and the billing actions decided there.',
        version: '1',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      tags: [
        { name: 'Sessions', description: 'A customer in a flow' },
        { name: 'Walls', description: 'A customer whose pause or debt keeps them out' },
        {
          name: 'Verification',
          description: 'A customer who is not signed in, told by their mail',
        },
        { name: 'Flows', description: 'What customers are shown, by segment' },
        { name: 'Settings', description: 'How flows behave' },
        {
          name: 'Data',
          description: 'Sessions, figures, events, contacts, and what is known of a person',
        },
        { name: 'Webhooks', description: 'What is told when something happened' },
        { name: 'Operations', description: 'For whoever runs the service' },
        { name: 'Development', description: 'Not there in production' },
      ],
      components: {
        securitySchemes: {
          sessionToken: {
            type: 'http',
            scheme: 'bearer',
            description:
              "Signed by the host's back end with `@fairwell/node`, or an id from `POST /v1/retention/session` or `POST /v1/verifications/:id/code`.",
          },
          accessToken: {
            type: 'http',
            scheme: 'bearer',
            description: 'The `token` that `POST /v1/sessions` answered with; opens that session.',
          },
          wallToken: {
            type: 'http',
            scheme: 'bearer',
            description: 'The `token` that `POST /v1/walls` answered with; 15 minutes.',
          },
          dataKey: {
            type: 'apiKey',
            in: 'header',
            name: 'X-Fairwell-Key',
            description:
              'Made by `fairwell-service keys create data`; also taken as `X-Ck-Api-Key`.',
          },
          adminKey: {
            type: 'apiKey',
            in: 'header',
            name: 'X-Fairwell-Key',
            description: 'Made by `fairwell-service keys create admin`.',
          },
          brandKey: { type: 'apiKey', in: 'header', name: 'X-Brand-Key' },
        },
      },
    },
  });
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true });
}
