import { serviceErrors } from '@fairwell/contract';
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, it } from 'vitest';
import { useWorld } from './support/world.js';

const world = useWorld();

const takesBody = [
  '/v1/sessions',
  '/v1/sessions/{id}/events',
  '/v1/sessions/{id}/actions',
  '/v1/retention/session',
];

interface Operation {
  summary?: string;
  security?: unknown[];
  requestBody?: unknown;
  responses: Record<string, { description: string; content?: unknown }>;
}
interface Description {
  paths: Record<string, Record<string, Operation>>;
}

async function describe(): Promise<Description> {
  const service = await world.serve();
  return (await service.send<Description>('GET', '/docs/json', {})).body;
}

it('is valid OpenAPI', async () => {
  const validator = new Validator();
  expect(await validator.validate({ ...(await describe()) })).toMatchObject({
    valid: true,
  });
  expect(validator.version).toBe('3.1');
});

it('says of every request what it takes, who may send it, and what it is answered with', async () => {
  const { paths } = await describe();
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining([...takesBody, '/v1/sessions/{id}', '/healthz', '/readyz']),
  );
  for (const [path, operations] of Object.entries(paths))
    for (const [method, { summary, security, requestBody, responses }] of Object.entries(
      operations,
    )) {
      const name = `${method} ${path}`;
      expect(summary, name).toBeTruthy();
      expect(security, name).toBeDefined();
      if (takesBody.includes(path) && method === 'post') expect(requestBody, name).toBeDefined();
      if (!path.startsWith('/v1/')) continue;
      for (const status of new Set(Object.values(serviceErrors)))
        expect(responses[status], `${name} ${status}`).toBeDefined();
    }
});

it('can be read in a browser', async () => {
  const service = await world.serve();
  const response = await fetch(`${service.url}/docs/`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('text/html');
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
});
