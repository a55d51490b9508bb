import type { LitElement, ReactiveController } from 'lit';

/**
 * Keeps a modal where it is: taken out of the page, or closed behind our back, it comes back. To be
 * held no more is the one way out.
 */
export class ModalGuard implements ReactiveController {
  readonly #host: LitElement;
  readonly #isHeld: () => boolean;
  readonly #isModal: () => boolean;
  readonly #observer = new MutationObserver((records) => this.#restore(records));
  #home: ParentNode | null = null;

  /**
   * @param isHeld does it have to be in the page.
   * @param isModal is it rendered as a dialog.
   */
  constructor(host: LitElement, isHeld: () => boolean, isModal: () => boolean) {
    this.#host = host;
    this.#isHeld = isHeld;
    this.#isModal = isModal;
    host.addController(this);
  }

  hostConnected(): void {
    this.#home = this.#host.parentNode;
    this.#observer.observe(this.#host.renderRoot, {
      subtree: true,
      childList: true,
      attributeFilter: ['open'],
    });
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    // Not at once: whoever answers every insertion with a removal is to freeze nothing.
    setTimeout(() => {
      if (!this.#host.isConnected && this.#isHeld())
        (this.#home?.isConnected ? this.#home : document.body).append(this.#host);
    });
  }

  #restore(records: readonly MutationRecord[]): void {
    if (!this.#isHeld() || !this.#isModal()) return;
    for (const { target, removedNodes, nextSibling } of records) {
      for (const node of removedNodes)
        if (node instanceof HTMLDialogElement && !node.parentNode)
          target.insertBefore(node, nextSibling);
    }
    const dialog = this.#host.renderRoot.querySelector('dialog');
    if (!dialog) return;
    if (!dialog.matches(':modal')) {
      dialog.close();
      dialog.showModal();
    } else if (!dialog.open) dialog.open = true;
  }
}
