import '@fairwell/elements/cancel-button.js';
import { showCancelFlow } from '@fairwell/elements';
import {
  cancelUrl,
  fetchAccount,
  fetchSession,
  languageNames,
  type Language,
  type Theme,
} from '@fairwell-examples/account';
import './account-rating.js';
import { fillOptions, fillWords, find, findElement, stamp } from './dom.js';
import { hear } from './heard.js';
import { change, state, visit, watch, words } from './store.js';
import { checkWalls } from './walls.js';

const flowOptions = () => ({
  serviceUrl: visit.service,
  session: () => fetchSession(visit),
  customerAttributes: { windowsills: state.windowsills },
});

async function refresh(): Promise<void> {
  change({ account: await fetchAccount(visit) });
}

function listenToFlow(button: HTMLElementTagNameMap['fw-cancel-button']): void {
  button.addEventListener('fw-open', () => hear('open'));
  for (const outcome of ['cancel', 'discount', 'pause'] as const)
    button.addEventListener(`fw-${outcome}`, () => hear(outcome));
  button.addEventListener('fw-closed', ({ detail }) => {
    hear(`closed ${detail.result}`);
    void refresh();
  });
  button.addEventListener('fw-confirm', (event) => {
    if (!state.keep) return;
    event.preventDefault();
    hear('kept');
  });
}

function listenToSettings(page: HTMLElement): void {
  const theme = find(page, '#theme', HTMLSelectElement);
  const language = find(page, '#language', HTMLSelectElement);
  const windowsills = find(page, '#windowsills', HTMLInputElement);
  const keep = find(page, '#keep', HTMLInputElement);
  fillOptions(language, languageNames);
  fillOptions(theme, words().themes);
  theme.value = state.theme;
  language.value = state.language;
  windowsills.valueAsNumber = state.windowsills;
  keep.checked = state.keep;
  theme.addEventListener('change', () => change({ theme: theme.value as Theme }));
  language.addEventListener('change', () => change({ language: language.value as Language }));
  windowsills.addEventListener('input', () => change({ windowsills: windowsills.valueAsNumber }));
  keep.addEventListener('change', () => change({ keep: keep.checked }));
}

/** Shows the account in `app`. @returns a function that takes it away. */
export function showAccount(app: HTMLElement, leave: () => void): () => void {
  const page = stamp('account-page');
  app.replaceChildren(page);
  const button = findElement(page, 'fw-cancel-button');
  find(page, '#cancel', HTMLAnchorElement).href = cancelUrl;
  listenToSettings(page);
  listenToFlow(button);
  const takeWallsDown = checkWalls(page, () => void refresh());
  find(page, '#leave', HTMLButtonElement).addEventListener('click', leave);

  const away = new AbortController();
  find(page, '#call-flow', HTMLButtonElement).addEventListener('click', () => {
    void showCancelFlow({ ...flowOptions(), signal: away.signal }).then((result) => {
      hear(`ended ${result}`);
      void refresh();
    });
  });

  const stop = watch(() => {
    fillWords(page);
    fillOptions(find(page, '#theme', HTMLSelectElement), words().themes);
    Object.assign(button, flowOptions());
    const standing = find(page, '[role="status"]', HTMLParagraphElement);
    standing.textContent = state.account
      ? words().standings[state.account.standing]
      : words().loading;
  });
  void refresh();

  return () => {
    stop();
    takeWallsDown();
    away.abort();
    page.remove();
  };
}
