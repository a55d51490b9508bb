import { ErrorStepElement } from '../error-step/error-step.js';
import { define } from './define.js';

define('fw-error-step', ErrorStepElement);
