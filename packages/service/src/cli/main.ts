#!/usr/bin/env node
import { openDatabase } from '../storage/database.js';
import { readDatabaseLocation, readEnvironment } from './environment.js';
import { runFlows } from './flows.js';
import { runDeliveries } from './deliveries.js';
import { runKeys } from './keys.js';
import { createServer } from './server.js';

async function serve(): Promise<void> {
  const environment = readEnvironment(process.env);
  const app = await createServer(environment);
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    app.log.info({ signal }, 'stopping: what is in progress is finished first');
    app.close().then(
      () => process.exit(0),
      (err: unknown) => {
        app.log.error({ err }, 'did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  await app.listen({ host: environment.host, port: environment.port });
}

async function run([command, ...args]: readonly string[]): Promise<void> {
  if (command === undefined) return serve();
  if (command === 'flows')
    return runFlows(
      args,
      () => openDatabase(readDatabaseLocation(process.env)),
      (line) => console.log(line),
      process.env,
    );
  if (command === 'deliveries')
    return runDeliveries(args, process.env, (line) => console.log(line));
  if (command === 'keys') return runKeys(args, process.env, (line) => console.log(line));
  throw new Error(`There is no command "${command}". Without one, the service is started.`);
}

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
