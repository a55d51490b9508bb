import { FeedbackStepElement } from '../feedback-step/feedback-step.js';
import { define } from './define.js';

define('fw-feedback-step', FeedbackStepElement);
