import { textFieldStyles } from '../styles/text-field.styles.js';

export const feedbackStepStyles = [textFieldStyles];
