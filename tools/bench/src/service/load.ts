import autocannon from 'autocannon';
import { setTimeout as sleep } from 'node:timers/promises';
import { headersOf, type Call } from './calls.ts';

/** Answers are in the order of the calls. */
export interface Load {
  /** Requests a second. */
  rate: number;
  answers: string[];
}

const connections = 10;

/** Sends all of them as fast as they are answered, over ten connections. */
export async function sendAll(url: string, calls: readonly Call[]): Promise<Load> {
  const answers: string[] = [];
  let end = 0;
  const requests = calls.map((call, index): autocannon.Request => ({
    method: 'POST',
    path: call.path,
    headers: headersOf(call),
    body: JSON.stringify(call.body),
    onResponse: (_status, body) => {
      answers[index] = body;
      end = performance.now();
    },
  }));
  let client = 0;
  const begin = performance.now();
  const { errors, non2xx } = await autocannon({
    url,
    connections,
    amount: calls.length,
    // How often it looks whether it is done, in milliseconds.
    sampleInt: 100,
    setupClient(each) {
      const own = client++;
      each.setRequests(requests.filter((_, index) => index % connections === own));
    },
  });
  if (errors + non2xx > 0)
    throw new Error(`Of ${calls.length} requests ${errors + non2xx} failed: ${answers.at(-1)}`);
  return { rate: (calls.length / (end - begin)) * 1000, answers };
}

/**
 * Sends each when it is due, whether those before it are answered or not: autocannon sends what is
 * due in a second in one burst, and waits for an answer before it sends the next.
 * @returns milliseconds from when each was due to the end of its answer.
 */
export async function sendSteadily(
  url: string,
  calls: readonly Call[],
  perSecond: number,
): Promise<number[]> {
  const begin = performance.now();
  return Promise.all(
    calls.map(async (call, index) => {
      const due = (index * 1000) / perSecond;
      await sleep(due);
      const response = await fetch(`${url}${call.path}`, {
        method: 'POST',
        headers: headersOf(call),
        body: JSON.stringify(call.body),
      });
      const answer = await response.text();
      if (!response.ok)
        throw new Error(`${call.path} was answered with ${response.status}: ${answer}`);
      return performance.now() - begin - due;
    }),
  );
}
