import { lookup, type LookupAddress } from 'node:dns';
import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { promisify } from 'node:util';
import { AttemptFailed } from '../queue/jobs.js';
import { findAddressFault, hostOf, isPublicAddress } from './public-address.js';

/** How long an attempt may take, from the first question to the end of the answer, in milliseconds. */
const patience = 10_000;

/** As much of an answer as is read, in bytes. Nothing in it matters but its status. */
const maxAnswer = 64 * 1024;

/** Every address of a host. */
export type Resolve = (host: string) => Promise<LookupAddress[]>;

export interface PostOptions {
  /** Let the receiver be in a private network, and be reached without encryption. */
  allowPrivate: boolean;
  resolve?: Resolve | undefined;
  /** In milliseconds. */
  timeout?: number | undefined;
}

/**
 * Sends a body to somebody's server, and answers with the HTTP status, a 2xx.
 * @throws {AttemptFailed} for any other answer, and where there is none.
 */
export type Post = (url: string, headers: Record<string, string>, body: string) => Promise<number>;

const lookupAll = promisify(lookup);
const resolveAll: Resolve = (host) => lookupAll(host, { all: true });

/** Answers a connection's question with the addresses that were checked, so that none can take their place. */
function pinned(addresses: readonly LookupAddress[]): LookupFunction {
  return (_host, { all }, callback) => {
    const [first] = addresses;
    if (all) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };
}

function before<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('The operation was aborted due to timeout'));
    });
    work.then(resolve, reject);
  });
}

function send(url: URL, options: RequestOptions, body: string): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    request(url, options, resolve).on('error', reject).end(body);
  });
}

async function readToEnd(answer: IncomingMessage): Promise<void> {
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxAnswer) break;
  }
}

/** What may be told of an error: never an address that a name was resolved to. */
function reasonOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'no answer in time';
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  return `no connection${code === undefined ? '' : ` (${code})`}`;
}

/**
 * Sends to addresses that somebody else chose. A name is resolved once, every address it has is
 * checked, and the connection is made to one of those; a redirect is not followed.
 */
export function createPost({
  allowPrivate,
  resolve = resolveAll,
  timeout = patience,
}: PostOptions): Post {
  const addressesOf = async (host: string): Promise<LookupAddress[]> => {
    const family = isIP(host);
    const found = family ? [{ address: host, family }] : await resolve(host);
    if (!allowPrivate && !found.every(({ address }) => isPublicAddress(address)))
      throw new AttemptFailed('not an address of the public Internet');
    return found;
  };

  return async (text, headers, body) => {
    const fault = findAddressFault(text, allowPrivate);
    if (fault !== null) throw new AttemptFailed(`not ${fault}`, { isFinal: true });
    const url = new URL(text);
    const signal = AbortSignal.timeout(timeout);
    let status: number;
    try {
      const addresses = await before(signal, addressesOf(hostOf(url)));
      const answer = await send(
        url,
        { method: 'POST', headers, lookup: pinned(addresses), agent: false, signal },
        body,
      );
      status = answer.statusCode ?? 0;
      await readToEnd(answer);
    } catch (error) {
      throw error instanceof AttemptFailed ? error : new AttemptFailed(reasonOf(error, signal));
    }
    if (status >= 200 && status < 300) return status;
    // Gone: whoever answers so wants to hear no more of it.
    throw new AttemptFailed(`answered with ${status}`, { status, isFinal: status === 410 });
  };
}
