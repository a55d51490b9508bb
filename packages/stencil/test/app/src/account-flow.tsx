import { cancelFlow, type CancelFlowOptions } from '@fairwell/stencil';
import { Component, h, Method, Prop } from '@stencil/core';

/** A flow that a component draws itself, as far as a test has to see it. */
@Component({ tag: 'account-flow', shadow: true })
export class AccountFlow {
  @Prop() options: CancelFlowOptions = {};

  private readonly flow = cancelFlow(this, () => this.options);

  /** What a press in the component would call. */
  @Method()
  async controls() {
    return this.flow;
  }

  render() {
    const { page, status } = this.flow.state;
    return <output>{page?.kind ?? status}</output>;
  }
}
