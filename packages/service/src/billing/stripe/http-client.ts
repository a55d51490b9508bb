import Stripe from 'stripe';

/** What the SDK takes for a request that never arrived, and repeats even where it is told not to. */
const closed: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE']);

function isClosed(error: unknown): boolean {
  return error instanceof Error && 'code' in error && closed.has(String(error.code));
}

/**
 * The SDK's own client, except that no change is repeated behind the ledger's back when a connection
 * closes: the first request may have been carried out, and the second one be refused.
 */
export function createHttpClient(): ReturnType<typeof Stripe.createNodeHttpClient> {
  const client = Stripe.createNodeHttpClient();
  const send = client.makeRequest.bind(client);
  client.makeRequest = async (...request) => {
    try {
      return await send(...request);
    } catch (error) {
      const [, , , method] = request;
      if (method === 'GET' || !isClosed(error)) throw error;
      throw new Error('The connection was closed', { cause: error });
    }
  };
  return client;
}
