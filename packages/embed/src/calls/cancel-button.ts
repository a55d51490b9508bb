import type { EmbedDefaults } from '../defaults.js';
import type { InitOptions } from '../options/documented.js';
import { EmbedError } from './access.js';
import { openFlow } from './opening.js';

function ownButton({ i18n }: InitOptions): HTMLElement {
  const button = document.createElement('fw-own-button');
  if (i18n?.lang) button.lang = i18n.lang;
  return button;
}

/** The words of our own button, in the language of this place. */
async function labelAt(place: Element, options: InitOptions): Promise<string> {
  const own = ownButton(options);
  place.append(own);
  const drawn: unknown = Reflect.get(own, 'updateComplete');
  await drawn;
  own.remove();
  return own.shadowRoot?.textContent.trim() ?? '';
}

async function createButton(
  place: Element,
  classes: string | undefined,
  options: InitOptions,
): Promise<HTMLElement> {
  if (!classes) return ownButton(options);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = classes;
  button.textContent = place.textContent.trim() || (await labelAt(place, options));
  return button;
}

export async function mountCancelButton(
  defaults: EmbedDefaults,
  elementId: string,
  session: InitOptions['session'],
  classes?: string,
  options: InitOptions = {},
): Promise<void> {
  const call = 'fairwell.mountCancelButton';
  const place = document.getElementById(elementId);
  if (!place)
    throw new EmbedError(
      `${call}: there is no element with the id ${JSON.stringify(elementId)}. Call it once the element is in the page.`,
    );
  if (!session)
    throw new EmbedError(`${call}: the id of a session is missing, which your back end fetches.`);
  await import('@fairwell/elements/own-button.js');
  const button = await createButton(place, classes, options);
  button.addEventListener('click', () => {
    openFlow(call, { ...options, session }, defaults).ended.catch((error: unknown) =>
      console.error(error),
    );
  });
  place.replaceChildren(button);
}

export async function showRetentionView(
  defaults: EmbedDefaults,
  session: InitOptions['session'],
  options: InitOptions = {},
) {
  const call = 'fairwell.showRetentionView';
  if (!session)
    throw new EmbedError(`${call}: the id of a session is missing, which your back end fetches.`);
  return openFlow(call, { ...options, session }, defaults).ended;
}
