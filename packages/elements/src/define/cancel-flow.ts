import { CancelFlowElement } from '../cancel-flow/cancel-flow.js';
import { define } from './define.js';
// What nearly every flow shows comes with it: one file in place of six. The rest is loaded by flow.
import './complete-step.js';
import './confirm-step.js';
import './feedback-step.js';
import './progress-step.js';
import './survey-step.js';

define('fw-cancel-flow', CancelFlowElement);
