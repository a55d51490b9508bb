import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { StripeAccess } from './accounts.ts';
import { startDemo, type Demo } from './demo.ts';

function readPort(value = '4400'): number {
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`PORT is "${value}", not a port.`);
}

function readStripe(): StripeAccess | undefined {
  const {
    STRIPE_SECRET_KEY: secretKey,
    STRIPE_PUBLISHABLE_KEY: publishableKey,
    STRIPE_CUSTOMERS: list = '',
  } = process.env;
  if (!secretKey) return undefined;
  const customers = list.split(',').map((each) => each.trim());
  return { secretKey, publishableKey, customers: customers.filter((each) => each !== '') };
}

async function start(): Promise<Demo> {
  const { values } = parseArgs({
    options: { fresh: { type: 'boolean', default: false }, data: { type: 'string' } },
  });
  const port = readPort(process.env['PORT']);
  const stripe = readStripe();
  const data = values.data ?? fileURLToPath(new URL('../.data', import.meta.url));
  const directory = join(data, stripe ? 'stripe' : 'sandbox');
  try {
    return await startDemo({ port, directory, fresh: values.fresh, stripe });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new Error(
        `Port ${port} is taken. Stop what runs there, or choose another: PORT=${port + 1} npm start`,
        { cause: error },
      );
    throw error;
  }
}

try {
  const demo = await start();
  console.log(`\n  Sprigletter, a demo of Fairwell: ${demo.url}\n`);
  // Ctrl+C may arrive twice: from the terminal and from the runner above.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void demo.close());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
