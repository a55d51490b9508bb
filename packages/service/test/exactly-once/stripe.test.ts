import { stripeAccount } from './stripe-account.js';
import { proveExactlyOnce } from './suite.js';

proveExactlyOnce('stripe', stripeAccount);
