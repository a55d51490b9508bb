import '@fairwell-examples/account/page.css';
import '@fairwell/themes/dark-midnight.css';
import '@fairwell/themes/default.css';
import type {} from '@fairwell/elements/types/solid';
import { render } from 'solid-js/web';
import { App } from './App';

const app = document.querySelector('#app');
if (app) render(() => <App />, app);
