export * from './billing.js';
export * from './flow.js';
export * from './action.js';
export * from './session.js';
export * from './error.js';
export * from './wall.js';
export * from './verification.js';
export * from './webhook.js';
