import { cancelUrl, practiceStripe } from '@fairwell-examples/account';
import { CancelButton, cancelFlow, failedPaymentWall, pauseWall } from '@fairwell/stencil';
import { Component, h, Listen } from '@stencil/core';
import { AccountSettings } from './account-settings';
import { hear, refresh, state, visit, words } from '../store';

const wallOptions = { customerId: visit.customer, forceCheck: true };
const told = (stands: boolean | undefined) => String(stands ?? 'unknown');

@Component({ tag: 'account-page' })
export class AccountPage {
  private flow = cancelFlow(this, () => ({
    customerAttributes: { windowsills: state.windowsills },
  }));
  private pause = pauseWall(this, wallOptions);
  private payment = failedPaymentWall(this, { ...wallOptions, loadStripe: practiceStripe });

  componentWillLoad(): void {
    void refresh();
  }

  /** What happens to the walls, and in a flow that was opened by a call, arrives at the document. */
  @Listen('fw-resume', { target: 'document' })
  resumed(): void {
    hear('resume');
    void refresh();
  }

  @Listen('fw-update-payment-information', { target: 'document' })
  paid(): void {
    hear('paid');
    void refresh();
  }

  private confirm = (event: Event): void => {
    if (!state.keep) return;
    event.preventDefault();
    hear('kept');
  };

  private closed = ({ detail }: CustomEvent<{ result: string }>): void => {
    hear(`closed ${detail.result}`);
    void refresh();
  };

  private callFlow = async (): Promise<void> => {
    hear(`ended ${await this.flow.show()}`);
    void refresh();
  };

  render() {
    const { account, windowsills } = state;
    return (
      <main>
        <h1>{words().title}</h1>
        <p role="status">{account ? words().standings[account.standing] : words().loading}</p>
        <AccountSettings />
        <CancelButton
          href={cancelUrl}
          customerAttributes={{ windowsills }}
          onFw-open={() => hear('open')}
          onFw-cancel={() => hear('cancel')}
          onFw-discount={() => hear('discount')}
          onFw-pause={() => hear('pause')}
          onFw-confirm={this.confirm}
          onFw-closed={this.closed}
        >
          {words().cancel}
          <p slot="footer-note">{words().note}</p>
        </CancelButton>
        <button type="button" onClick={this.callFlow}>
          {words().callFlow}
        </button>
        <p data-testid="pause-wall">{told(this.pause.stands)}</p>
        <p data-testid="payment-wall">{told(this.payment.stands)}</p>
      </main>
    );
  }
}
