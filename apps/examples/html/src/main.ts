import '@fairwell-examples/account/page.css';
import '@fairwell/themes/dark-midnight.css';
import '@fairwell/themes/default.css';
import { applyLook } from '@fairwell-examples/account';
import { showAccount } from './account-page.js';
import { fillWords, find, stamp } from './dom.js';
import { state, watch } from './store.js';

const app = find(document, '#app', HTMLElement);

function showElsewhere(): void {
  const page = stamp('elsewhere-page');
  app.replaceChildren(page);
  const stop = watch(() => fillWords(page));
  find(page, '#back', HTMLButtonElement).addEventListener('click', () => {
    stop();
    show();
  });
}

function show(): void {
  const remove = showAccount(app, () => {
    remove();
    showElsewhere();
  });
}

applyLook(state);
show();
