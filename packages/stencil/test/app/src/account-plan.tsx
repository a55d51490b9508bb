import { CancelButton, PauseWall } from '@fairwell/stencil';
import { Component, h } from '@stencil/core';

/** A page that a server draws. */
@Component({ tag: 'account-plan' })
export class AccountPlan {
  render() {
    return (
      <main>
        <CancelButton
          href="/account/cancel"
          class="quiet"
          session="ret_1"
          serviceUrl="https://billing.example.com"
          customer={{ id: 'cus_1' }}
        >
          Cancel plan
        </CancelButton>
        <PauseWall serviceUrl="https://billing.example.com" customer={{ id: 'cus_1' }} />
      </main>
    );
  }
}
