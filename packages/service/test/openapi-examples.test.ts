import { Errors } from 'typebox/value';
import { Type } from 'typebox';
import { expect, it } from 'vitest';
import { useWorld } from './support/world.js';

const world = useWorld();

interface Schema {
  type?: string;
  examples?: unknown[];
}
interface Media {
  schema: Schema;
  example?: unknown;
  examples?: Record<string, { value: unknown }>;
}
type Content = Record<string, Media>;
interface Operation {
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
}
interface Description {
  paths: Record<string, Record<string, Operation>>;
}

/** The schema with its examples, wherever they stand. */
function shown({ schema, example, examples = {} }: Media): Schema {
  const beside = Object.values(examples).map(({ value }) => value);
  return {
    ...schema,
    examples: [...(schema.examples ?? []), ...(example === undefined ? [] : [example]), ...beside],
  };
}

/** What an operation is sent, and what it answers where it succeeds. */
function bodiesOf({ requestBody, responses }: Operation): [name: string, schema: Schema][] {
  const answers = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  return [
    ...Object.values(requestBody?.content ?? {}).map((media): [string, Schema] => [
      'body',
      shown(media),
    ]),
    ...answers.flatMap(([status, { content = {} }]) =>
      Object.values(content).map((media): [string, Schema] => [status, shown(media)]),
    ),
  ];
}

/** Nothing is sent, or nothing is answered. */
function isEmpty(schema: Schema): boolean {
  return schema.type === 'null' || Errors(Type.Unsafe(schema), {}).length === 0;
}

it('every operation shows what it takes and what it answers, with examples that are valid', async () => {
  const service = await world.serve({ development: true, mail: undefined });
  const { paths } = (await service.send<Description>('GET', '/docs/json', {})).body;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      bodiesOf(operation).map(([what, schema]) => ({ name: `${method} ${path} ${what}`, schema })),
    ),
  );
  expect(operations.length).toBeGreaterThan(50);
  const without = operations.filter(
    ({ schema: { examples = [], ...schema } }) => examples.length === 0 && !isEmpty(schema),
  );
  expect(without.map(({ name }) => name)).toEqual([]);
  const wrong = operations.flatMap(({ name, schema: { examples = [], ...schema } }) =>
    examples.flatMap((example) =>
      Errors(Type.Unsafe(schema), example).map(
        ({ instancePath, message }) => `${name}${instancePath}: ${message}`,
      ),
    ),
  );
  expect(wrong).toEqual([]);
});
