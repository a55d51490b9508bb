import { EmailStepElement } from '../email-step/email-step.js';
import { define } from './define.js';

define('fw-email-step', EmailStepElement);
