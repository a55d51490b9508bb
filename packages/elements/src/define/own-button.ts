import { OwnButtonElement } from '../cancel-button/own-button.js';
import { define } from './define.js';

define('fw-own-button', OwnButtonElement);
