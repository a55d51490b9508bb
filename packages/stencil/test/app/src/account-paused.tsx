import { pauseWall, type PauseWallOptions } from '@fairwell/stencil';
import { Component, h, Method, Prop } from '@stencil/core';

/** A page that asks for the wall of the whole page. */
@Component({ tag: 'account-paused', shadow: true })
export class AccountPaused {
  @Prop() options: PauseWallOptions = {};

  private readonly wall = pauseWall(this, () => this.options);

  @Method()
  async controls() {
    return this.wall;
  }

  render() {
    return <output>{String(this.wall.stands)}</output>;
  }
}
