import { PauseWall, type PauseWallProps } from '@fairwell/stencil';
import { Component, h, Prop } from '@stencil/core';

/** A page that draws its wall. */
@Component({ tag: 'account-behind', shadow: false })
export class AccountBehind {
  @Prop() options: PauseWallProps = {};

  render() {
    return <PauseWall {...this.options} />;
  }
}
