import { failedPaymentWall, type FailedPaymentWallOptions } from '@fairwell/stencil';
import { Component, h, Method, Prop } from '@stencil/core';

/** A page in its own tree that asks for the wall of the whole page. */
@Component({ tag: 'account-overdue', shadow: false })
export class AccountOverdue {
  @Prop() options: FailedPaymentWallOptions = {};

  private readonly wall = failedPaymentWall(this, () => this.options);

  @Method()
  async controls() {
    return this.wall;
  }

  render() {
    return <output>{String(this.wall.stands)}</output>;
  }
}
