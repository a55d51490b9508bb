import { applyLook, fetchSession } from '@fairwell-examples/account';
import { provideFairwell } from '@fairwell/stencil';
import { Component, h } from '@stencil/core';
import { state, visit, watch, words } from '../store';

/** What every flow and wall shares, and what the whole page looks like. */
function provide(): void {
  applyLook(state);
  provideFairwell({
    serviceUrl: visit.service,
    session: () => fetchSession(visit),
    locale: state.language,
  });
}

@Component({ tag: 'app-root' })
export class AppRoot {
  componentWillLoad(): void {
    provide();
    watch('language', provide);
    watch('theme', provide);
  }

  render() {
    const { heard, isElsewhere } = state;
    return [
      isElsewhere ? (
        <main key="elsewhere">
          <h1>{words().elsewhere}</h1>
          <button type="button" onClick={() => (state.isElsewhere = false)}>
            {words().back}
          </button>
        </main>
      ) : (
        <account-page key="account" />
      ),
      <ol aria-label={words().heard}>
        {heard.map((what) => (
          <li>{what}</li>
        ))}
      </ol>,
    ];
  }
}
