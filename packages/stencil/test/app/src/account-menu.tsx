import { CancelFlow, type CancelFlowProps } from '@fairwell/stencil';
import { Component, h, Prop, State } from '@stencil/core';

/** A page that opens the flow itself, in its own place. */
@Component({ tag: 'account-menu', shadow: true })
export class AccountMenu {
  @Prop() options: CancelFlowProps = {};
  @State() isOpen = false;

  render() {
    return [
      <button onClick={() => (this.isOpen = true)}>Leave</button>,
      <CancelFlow
        {...this.options}
        variant="inline"
        open={this.isOpen}
        onFw-closed={() => (this.isOpen = false)}
      >
        <p slot="footer-note">Questions? Ask us.</p>
      </CancelFlow>,
    ];
  }
}
