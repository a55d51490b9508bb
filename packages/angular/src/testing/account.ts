import { Component, VERSION } from '@angular/core';
import { provideClientHydration } from '@angular/platform-browser';
import { CancelButton } from '../cancel-button.js';
import { CancelFlow } from '../cancel-flow.js';
import { injectCancelFlow } from '../inject-cancel-flow.js';
import { injectPauseWall } from '../inject-walls.js';
import { provideFairwell } from '../provide-fairwell.js';
import { PauseWall } from '../pause-wall.js';
import { hostOptions } from '@fairwell-tools/adapters/testing/samples';

/** A page that a server renders. */
@Component({
  selector: 'test-page',
  imports: [CancelButton, CancelFlow, PauseWall],
  template: `
    <fw-cancel-button (cancel)="heard.push($event.type)"
      ><a href="/account/cancel" class="quiet-link">Cancel plan</a></fw-cancel-button
    >
    <fw-cancel-flow />
    <fw-pause-wall />
    <p>{{ flow.state().status }} {{ wall.stands() }}</p>
  `,
})
export class Account {
  readonly flow = injectCancelFlow();
  readonly wall = injectPauseWall();
  readonly heard: string[] = [];
}

export const accountProviders = [
  provideFairwell(() => ({ ...hostOptions(), locale: 'en-GB' })),
  provideClientHydration(),
];

/** What comes from the server; the test there holds it to that. */
export const accountHtml = `<!--nghm--><test-page ng-version="${VERSION.full}" ngh="0" ng-server-context="other"><fw-cancel-button lang="en-GB"><a href="/account/cancel" class="quiet-link">Cancel plan</a></fw-cancel-button><fw-cancel-flow lang="en-GB"></fw-cancel-flow><fw-pause-wall lang="en-GB"></fw-pause-wall><p>idle </p></test-page><script id="ng-state" type="application/json">{"__nghData__":[{}]}</script>`;
