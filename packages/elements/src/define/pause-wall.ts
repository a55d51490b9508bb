import { PauseWallElement } from '../pause-wall/pause-wall.js';
import { define } from './define.js';

define('fw-pause-wall', PauseWallElement);
