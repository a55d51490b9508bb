import { Component, h } from '@stencil/core';
import { state, words } from '../store';

@Component({ tag: 'app-root' })
export class AppRoot {
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
