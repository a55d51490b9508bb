import type { CSSResultGroup } from 'lit';
import { tokens } from '../tokens/tokens.styles.js';
import { baseStyles } from './base.styles.js';

/** What every element that shows something starts from. */
export const elementStyles: CSSResultGroup = [tokens, baseStyles];
