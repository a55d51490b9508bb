import type { Database } from '@fairwell/service';
import { CompiledQuery } from 'kysely';

interface Statement {
  sql: string;
  parameters: readonly unknown[];
}

/** The statements of one request, in their order; those of a transaction are together. */
export type Trace = readonly (Statement | readonly Statement[])[];

/** A database that notes what is sent through it. */
export interface Recording {
  database: Database;
  /** What was sent since the last time. */
  take(): Trace;
}

/** @param database Stays open when the recording is closed. */
export function record(database: Database): Recording {
  let trace: (Statement | Statement[])[] = [];
  let transaction: Statement[] | undefined;
  const query = database.query.withPlugin({
    transformQuery({ node, queryId }) {
      const { sql, parameters } = database.query.getExecutor().compileQuery(node, queryId);
      (transaction ?? trace).push({ sql, parameters });
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const begin = query.transaction.bind(query);
  query.transaction = () => {
    const builder = begin();
    const execute = builder.execute.bind(builder);
    builder.execute = async (work) => {
      transaction = [];
      trace.push(transaction);
      try {
        return await execute(work);
      } finally {
        transaction = undefined;
      }
    };
    return builder;
  };
  return {
    database: { ...database, query, close: () => Promise.resolve() },
    take() {
      const taken = trace;
      trace = [];
      return taken;
    },
  };
}

/** Sends the statements of a trace, with other texts in the place of those recorded. */
export async function replay(
  { query }: Database,
  trace: Trace,
  texts: readonly (readonly [recorded: string, now: string])[],
): Promise<void> {
  const replaced = (parameter: unknown): unknown =>
    typeof parameter === 'string'
      ? texts.reduce((text, [recorded, now]) => text.replaceAll(recorded, now), parameter)
      : parameter;
  const compiled = ({ sql, parameters }: Statement): CompiledQuery =>
    CompiledQuery.raw(sql, parameters.map(replaced));
  for (const entry of trace) {
    if ('sql' in entry) await query.executeQuery(compiled(entry));
    else
      await query.transaction().execute(async (transaction) => {
        for (const statement of entry) await transaction.executeQuery(compiled(statement));
      });
  }
}
