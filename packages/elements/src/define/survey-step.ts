import { SurveyStepElement } from '../survey-step/survey-step.js';
import { define } from './define.js';

define('fw-survey-step', SurveyStepElement);
