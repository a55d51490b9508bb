import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifySessionToken } from './session-token.js';
import { signWebhook } from './webhook.js';

const run = promisify(execFile);
const snippets = join(import.meta.dirname, '../../../docs/service/snippets');
const secret = 'a secret of at least thirty-two bytes';
const webhookSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const other = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
const sentAt = new Date('2026-11-21T09:30:00.000Z');
const body = '{"event":"test","data":{"sentAt":"Grüße"}}';
const headers = signWebhook({ id: 'msg_1', sentAt, body }, [other, webhookSecret]);
const seconds = sentAt.getTime() / 1000;

/** Other languages take their time to start, in milliseconds. */
const patience = 120_000;

interface Webhook {
  body: string;
  signature: string;
  now: number;
}
const good: Webhook = { body, signature: headers['webhook-signature'], now: seconds };

const python = `
import json, sys
sys.path.insert(0, sys.argv[1])
import fairwell
if sys.argv[2] == "token":
    print(fairwell.sign_session_token(sys.argv[3], "app_1", "cus_1", "live", now=int(sys.argv[4])))
else:
    headers = {"webhook-id": "msg_1", "webhook-timestamp": sys.argv[3], "webhook-signature": sys.argv[4]}
    try:
        fairwell.verify_webhook(sys.argv[5].encode(), headers, sys.argv[6], now=int(sys.argv[7]))
        print("accepted")
    except ValueError:
        print("refused")
`;

const java = `
import java.util.Map;
class Try {
  public static void main(String[] args) throws Exception {
    if (args[1].equals("token")) {
      System.out.println(Fairwell.signSessionToken(args[2], "app_1", "cus_1", "live", Long.parseLong(args[3])));
      return;
    }
    Map<String, String> headers =
        Map.of("webhook-id", "msg_1", "webhook-timestamp", args[2], "webhook-signature", args[3]);
    try {
      Fairwell.verifyWebhook(args[4].getBytes("UTF-8"), headers, args[5], Long.parseLong(args[6]));
      System.out.println("accepted");
    } catch (java.security.GeneralSecurityException error) {
      System.out.println("refused");
    }
  }
}`;

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fairwell-snippets-'));
});
afterAll(() => rm(directory, { recursive: true }));

/** Undefined where the language is not installed. */
async function versionOf(command: string, flag: string): Promise<string | undefined> {
  return run(command, [flag]).then(
    () => command,
    () => undefined,
  );
}

let compiled: Promise<unknown> | undefined;
async function compile(): Promise<unknown> {
  const source = join(directory, 'Try.java');
  await writeFile(source, java);
  const files = [join(snippets, 'Fairwell.java'), source];
  return run('javac', ['-encoding', 'UTF-8', '-d', directory, ...files]);
}

const languages = {
  Python: {
    command: await versionOf('python3', '--version'),
    call: async (args: string[]) => {
      const options = { env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } };
      return run('python3', ['-c', python, snippets, ...args], options);
    },
  },
  Java: {
    command: await versionOf('javac', '-version'),
    call: async (args: string[]) => {
      await (compiled ??= compile());
      return run('java', ['-Dsun.jnu.encoding=UTF-8', '-cp', directory, 'Try', snippets, ...args], {
        env: { ...process.env, LC_ALL: 'C.UTF-8' },
      });
    },
  },
};

describe.each(Object.entries(languages))('in %s', (_name, { command, call }) => {
  const isThere = command !== undefined;
  const answer = async (...args: string[]): Promise<string> => (await call(args)).stdout.trim();
  const verify = (change: Partial<Webhook>, key = webhookSecret): Promise<string> => {
    const webhook = { ...good, ...change };
    const { 'webhook-timestamp': timestamp } = headers;
    return answer('webhook', timestamp, webhook.signature, webhook.body, key, String(webhook.now));
  };

  it.runIf(isThere)(
    'a token is signed that the service takes',
    async () => {
      const token = await answer('token', secret, String(seconds));
      const options = { appId: 'app_1', now: () => sentAt };
      expect(verifySessionToken(token, [secret], options)).toMatchObject({
        sub: 'cus_1',
        mode: 'live',
        exp: seconds + 900,
      });
    },
    patience,
  );

  it.runIf(isThere)(
    'a webhook is verified',
    async () => {
      expect([
        await verify({}),
        await verify({ now: seconds + 299 }),
        await verify({ now: seconds + 301 }),
        await verify({ body: body.replace('test', 'text') }),
        await verify({ signature: 'v1,AAAA' }),
        await verify({ signature: '' }),
        await verify({}, 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oE'),
      ]).toEqual(['accepted', 'accepted', 'refused', 'refused', 'refused', 'refused', 'refused']);
    },
    patience,
  );
});
