import { createHash } from 'node:crypto';

/** The id of a job that is one and the same, however often it is asked for. */
export function jobId(prefix: string, ...parts: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
  return `${prefix}_${hash.slice(0, 22)}`;
}
