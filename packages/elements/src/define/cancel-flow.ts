import { CancelFlowElement } from '../cancel-flow/cancel-flow.js';
import { define } from './define.js';
// At hand from the start: what is shown while anything else loads, and what is shown when that fails.
import './error-step.js';
import './progress-step.js';

define('fw-cancel-flow', CancelFlowElement);
