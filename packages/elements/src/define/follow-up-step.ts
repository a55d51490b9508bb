import { FollowUpStepElement } from '../follow-up-step/follow-up-step.js';
import { define } from './define.js';

define('fw-follow-up-step', FollowUpStepElement);
