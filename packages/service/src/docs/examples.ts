import { customerExamples } from './customer-examples.js';
import { programExamples } from './program-examples.js';

/** By method and path. Whatever a schema shows by itself is not here. */
export type Examples = Readonly<
  Record<string, { readonly body?: unknown; readonly answer?: unknown }>
>;

const examples: Examples = { ...customerExamples, ...programExamples };

interface RouteSchema {
  body?: unknown;
  response?: unknown;
}

function shown(schema: unknown, example: unknown): unknown {
  return typeof schema === 'object' && example !== undefined
    ? { examples: [example], ...schema }
    : schema;
}

/** The schema of a route with examples of what is sent and of what is answered where that works. */
export function withExamples<T extends RouteSchema>(schema: T, method: string, path: string): T {
  const example = examples[`${method} ${path}`];
  if (!example) return schema;
  const answers = Object.entries(schema.response ?? {}).map(([status, answer]) => [
    status,
    status.startsWith('2') ? shown(answer, example.answer) : (answer as unknown),
  ]);
  return {
    ...schema,
    ...(schema.body !== undefined && { body: shown(schema.body, example.body) }),
    ...(schema.response !== undefined && { response: Object.fromEntries(answers) as unknown }),
  };
}
