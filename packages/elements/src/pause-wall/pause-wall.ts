import {
  createPauseWall,
  createPauseWallGateway,
  formatDate,
  formatMoney,
  type PauseWall,
  type WallState,
} from '@fairwell/core';
import type { PauseInForce } from '@fairwell/contract';
import { html, nothing } from 'lit';
import { tabStorage } from '../cancel-flow/tab-storage.js';
import { msg, str } from '../localization/localization.js';
import { WallElement, type WallView } from '../wall/wall-element.js';

/**
 * @summary Stands before the page while the subscription is paused, until the customer resumes it.
 * @tag fw-pause-wall
 *
 * A hard wall keeps the page out of reach of pointer, keyboard and screen reader, and comes back when
 * it is taken out of the page; `hide()` takes it down. A check that fails shuts nobody out.
 *
 * @fires {WallActivatedEvent} fw-pause-wall-activated - The wall stands before the customer.
 * @fires {ResumeEvent} fw-resume - The subscription was resumed; `detail.customer`.
 * @fires {OutcomeEvent<'cancel'>} fw-cancel - The subscription was cancelled; `detail.outcome` and `detail.customer`.
 * @fires {WallCloseEvent} fw-pause-wall-close - The customer stepped past the wall.
 * @fires {ErrorEvent} fw-error - Something failed; `detail.error` says what, and `detail.type` is one of PAUSE_WALL_INITIALIZATION_ERROR, PAUSE_WALL_RESUME_ERROR and PAUSE_WALL_CANCEL_ERROR.
 *
 * @csspart overlay - The ground under the panel.
 * @csspart modal - The panel; also `pause-wall`.
 * @csspart pause-wall - The panel.
 * @csspart close-button - Steps past the wall, or closes the notice that it has fallen.
 * @csspart header - Back button and heading.
 * @csspart back-button - Leads back from the question whether to cancel.
 * @csspart heading - What is the matter.
 * @csspart body - Since when, until when, and what resuming costs.
 * @csspart notice - What has come of it; also the notice that the subscription runs again.
 * @csspart alert - Why the last press failed.
 * @csspart footer - The buttons.
 * @csspart primary-button - Resumes now.
 * @csspart secondary-button - Leads to the question whether to cancel, and keeps the subscription there.
 * @csspart danger-button - Cancels.
 * @csspart text-button - Logs out, or steps past the wall.
 *
 * @cssprop [--fw-modal-width=480px] - Width of the panel.
 * @cssprop [--fw-modal-padding=32px] - Space inside the panel.
 * @cssprop [--fw-modal-radius=16px] - Corner of the panel.
 * @cssprop [--fw-modal-shadow] - Shadow of the panel.
 * @cssprop [--fw-modal-border=none] - Border of the panel.
 * @cssprop [--fw-color-overlay] - The ground under the panel.
 * @cssprop [--fw-wall-overlay-filter=blur(8px)] - What the overlay does to the page under it.
 */
export class PauseWallElement extends WallElement<PauseWall> {
  constructor() {
    super('pause', 'pause-wall');
  }

  protected override get request() {
    return { ...this.hostOptions, softWall: this.softWall };
  }

  protected override createWall(): PauseWall {
    const { softWall, ...request } = this.request;
    return createPauseWall({
      gateway: createPauseWallGateway({ ...request, handlers: this.handlers }),
      storage: tabStorage(),
      softWall,
    });
  }

  protected override viewOf({ wall, canceled }: WallState<PauseInForce>): WallView {
    return {
      heading: msg('Your subscription is paused', { id: 'subscriptionPauseNotice' }),
      body: wall
        ? html`
            <p>${this.#duration(wall.since, canceled ? undefined : wall.resumesAt)}</p>
            ${canceled ? html`<p part="notice">${this.#canceledWords(canceled.endsAt)}</p>` : nothing}
            <p>${this.#chargeWords(wall)}</p>
          `
        : nothing,
      buttons: html`
        ${this.renderButton(
          'primary-button',
          'resume',
          msg('Resume now', { id: 'pauseWallCta' }),
          () => this.wall?.resume(),
        )}
        ${this.renderButton(
          'secondary-button',
          'cancel',
          msg('Cancel subscription', { id: 'cancelSubscription' }),
          () => this.wall?.askToCancel(),
        )}
        ${this.renderButton('text-button', 'logOut', msg('Log out', { id: 'logout' }), () =>
          this.wall?.logOut(),
        )}
      `,
    };
  }

  protected override settledWords(message: string | undefined): [title: string, text: string] {
    return [
      msg('Your subscription is running again.', { id: 'resumeApplied' }),
      message ??
        msg('It is charged as usual from your next renewal on.', { id: 'resumeAppliedMessage' }),
    ];
  }

  protected override cancelWords(endsAt: string | undefined): string {
    return endsAt
      ? msg(str`It ends on ${formatDate(endsAt, this.locale)}, and nothing more is charged.`, {
          id: 'pauseWallCancelEndsAt',
        })
      : msg('It ends with the current term, and nothing more is charged.', {
          id: 'pauseWallCancel',
        });
  }

  #duration(since: string, resumesAt: string | undefined): string {
    const start = formatDate(since, this.locale);
    return resumesAt
      ? msg(
          str`It has been paused since ${start}, and starts again by itself on ${formatDate(resumesAt, this.locale)}.`,
          { id: 'scheduledToReactivate' },
        )
      : msg(str`It has been paused since ${start}, until you resume it.`, { id: 'pausedSince' });
  }

  #chargeWords({ charge }: PauseInForce): string {
    const amount = charge && formatMoney(charge, this.locale);
    return amount
      ? msg(str`If you resume now, you are charged ${amount} at your next renewal.`, {
          id: 'resumeNextChargeMessage',
        })
      : msg('If you resume now, you are charged your usual price at your next renewal.', {
          id: 'resumeNextChargeMessageWithoutAmount',
        });
  }

  #canceledWords(endsAt: string | undefined): string {
    return endsAt
      ? msg(
          str`Your subscription is cancelled and ends on ${formatDate(endsAt, this.locale)}. Until then you can still resume it.`,
          { id: 'pauseWallCanceledEndsAt' },
        )
      : msg('Your subscription is cancelled and ends with the current term.', {
          id: 'wallCanceled',
        });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fw-pause-wall': PauseWallElement;
  }
}
