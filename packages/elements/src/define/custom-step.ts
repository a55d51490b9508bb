import { CustomStepElement } from '../custom-step/custom-step.js';
import { define } from './define.js';

define('fw-custom-step', CustomStepElement);
