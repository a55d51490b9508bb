import { sandboxAccount } from './sandbox-account.js';
import { proveExactlyOnce } from './suite.js';

proveExactlyOnce('sandbox', sandboxAccount);
