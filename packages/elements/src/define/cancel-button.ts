import { CancelButtonElement } from '../cancel-button/cancel-button.js';
import { define } from './define.js';

define('fw-cancel-button', CancelButtonElement);
