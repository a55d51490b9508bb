import { ConfirmStepElement } from '../confirm-step/confirm-step.js';
import { define } from './define.js';

define('fw-confirm-step', ConfirmStepElement);
