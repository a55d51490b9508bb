import type { LitElement, ReactiveController } from 'lit';
import { lockScroll, unlockScroll } from './scroll-lock.js';

/**
 * A native modal dialog that is open as long as it is rendered. The browser itself keeps the rest of
 * the page inert, and gives the focus back to where it was.
 */
export class ModalDialog implements ReactiveController {
  readonly #host: LitElement;
  readonly #requestClose: () => void;
  #open: HTMLDialogElement | null = null;
  #pressedOutside = false;

  constructor(host: LitElement, requestClose: () => void) {
    this.#host = host;
    this.#requestClose = requestClose;
    host.addController(this);
  }

  hostUpdated(): void {
    const dialog = this.#host.renderRoot.querySelector('dialog');
    if (dialog === this.#open) return;
    this.close();
    // Taken off the page while something was in flight, it is still rendered at the end of that.
    if (!dialog?.isConnected) return;
    this.#open = dialog;
    dialog.showModal();
    lockScroll();
  }

  /** A dialog that was moved with its host has to be opened anew. */
  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Before the dialog is taken away: only then does the browser give the focus back. */
  close(): void {
    if (!this.#open) return;
    const dialog = this.#open;
    this.#open = null;
    dialog.close();
    unlockScroll();
  }

  /** Escape is asked for as a close, and never closes by itself: something may be in flight. */
  readonly keydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    this.#requestClose();
  };

  /** The browser's own request, for example the back gesture of a phone. */
  readonly cancel = (event: Event): void => {
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    this.#requestClose();
  };

  readonly pointerdown = (event: PointerEvent): void => {
    this.#pressedOutside = event.target === event.currentTarget;
  };

  /** A press around the panel; not one that began inside, like the marking of words. */
  readonly click = (event: MouseEvent): void => {
    if (this.#pressedOutside && event.target === event.currentTarget) this.#requestClose();
  };
}
