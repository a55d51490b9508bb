import { languageNames, type Language, type Theme } from '@fairwell-examples/account';
import { h } from '@stencil/core';
import { state, words } from '../store';

const options = (names: Record<string, string>, chosen: string) =>
  Object.entries(names).map(([value, name]) => (
    <option value={value} selected={value === chosen}>
      {name}
    </option>
  ));

const valueOf = ({ target }: Event) => (target as HTMLInputElement | HTMLSelectElement).value;

export const AccountSettings = () => (
  <form>
    <label>
      {words().theme}
      <select onChange={(event) => (state.theme = valueOf(event) as Theme)}>
        {options(words().themes, state.theme)}
      </select>
    </label>
    <label>
      {words().language}
      <select onChange={(event) => (state.language = valueOf(event) as Language)}>
        {options(languageNames, state.language)}
      </select>
    </label>
    <label>
      {words().windowsills}
      <input
        type="number"
        value={state.windowsills}
        onInput={(event) => (state.windowsills = Number(valueOf(event)))}
      />
    </label>
    <label>
      <input
        type="checkbox"
        checked={state.keep}
        onChange={({ target }) => (state.keep = (target as HTMLInputElement).checked)}
      />
      {words().keep}
    </label>
    <button type="button" onClick={() => (state.isElsewhere = true)}>
      {words().leave}
    </button>
  </form>
);
