import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const examples = fileURLToPath(new URL('../', import.meta.url));
/** What the packages are packed into. */
export const packed = join(examples, '.packed');

const checkout = createHash('sha256').update(root).digest('hex').slice(0, 8);
/** Where the apps are installed: outside of the repository, so that nothing of it is found by accident. */
export const installed = join(tmpdir(), `fairwell-examples-${checkout}`);
