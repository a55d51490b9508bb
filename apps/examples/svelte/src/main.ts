import '@fairwell-examples/account/page.css';
import '@fairwell/themes/dark-midnight.css';
import '@fairwell/themes/default.css';
import { mount } from 'svelte';
import App from './App.svelte';

const target = document.querySelector('#app');
if (target) mount(App, { target });
