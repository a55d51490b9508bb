import { spawn, type ChildProcess } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './folders.ts';

/** Set by the npm that runs us, and none of the app's business. */
const ofOuterNpm =
  /^(npm_(package|lifecycle)_|npm_config_(local_prefix|workspace)|INIT_CWD|NX_|VITEST|NODE_ENV|NODE_OPTIONS|FORCE_COLOR)/;

/** The environment of a user's machine: this Node, and no command of this repository. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !ofOuterNpm.test(name));
  const path = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.startsWith(root));
  return {
    ...Object.fromEntries(own),
    PATH: [dirname(process.execPath), ...path].join(delimiter),
    NO_COLOR: '1',
    // They ask or tell on the network.
    NEXT_TELEMETRY_DISABLED: '1',
    NUXT_TELEMETRY_DISABLED: '1',
    NG_CLI_ANALYTICS: 'false',
  };
}

export interface Ended {
  readonly status: number | null;
  /** Both streams, as they came. */
  readonly output: string;
}

function gather(child: ChildProcess): () => string {
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => stripVTControlCharacters(Buffer.concat(chunks).toString('utf8'));
}

/** Runs npm in a folder, to its end. */
export function tryNpm(cwd: string, ...args: string[]): Promise<Ended> {
  const child = spawn('npm', args, { cwd, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
  const output = gather(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output: output() }));
  });
}

/** @throws with what it printed, if it fails. */
export async function npm(cwd: string, ...args: string[]): Promise<string> {
  const { status, output } = await tryNpm(cwd, ...args);
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd}:\n${output}`);
  return output;
}

export interface Running {
  /** What it has printed so far. */
  readonly output: () => string;
  readonly hasEnded: () => boolean;
  readonly stop: () => Promise<void>;
}

/** Starts a script of an app that goes on until it is stopped, with all that it starts. */
export function startScript(cwd: string, script: string, variables: NodeJS.ProcessEnv): Running {
  const child = spawn('npm', ['run', script], {
    cwd,
    env: { ...environment(), ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const output = gather(child);
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  // The whole group: npm does not hand a signal on to what it runs.
  const end = () => {
    if (!hasEnded() && child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  };
  process.once('exit', end);
  return {
    output,
    hasEnded,
    async stop() {
      end();
      await closed;
    },
  };
}
