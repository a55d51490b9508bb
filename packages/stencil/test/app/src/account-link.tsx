import { CancelButton, type CancelButtonProps } from '@fairwell/stencil';
import { Component, h, Prop } from '@stencil/core';

/** A cancel button, as a page has it. */
@Component({ tag: 'account-link', shadow: false })
export class AccountLink {
  @Prop() options: CancelButtonProps = {};

  render() {
    return (
      <CancelButton {...this.options}>
        Cancel plan
        <p slot="footer-note">Questions? Ask us.</p>
      </CancelButton>
    );
  }
}
