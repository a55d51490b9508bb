import { ProgressStepElement } from '../progress-step/progress-step.js';
import { define } from './define.js';

define('fw-progress-step', ProgressStepElement);
