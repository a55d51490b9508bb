import { optionStyles } from '../styles/options.styles.js';

export const surveyStepStyles = [optionStyles];
