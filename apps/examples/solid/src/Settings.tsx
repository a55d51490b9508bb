import { languageNames, languages, type Language, type Theme } from '@fairwell-examples/account';
import { For } from 'solid-js';
import { useShop } from './shop';

const themes: readonly Theme[] = ['light', 'dark'];

export interface SettingsProps {
  windowsills: number;
  setWindowsills: (count: number) => void;
  keep: boolean;
  setKeep: (keep: boolean) => void;
  leave: () => void;
}

export function Settings(props: SettingsProps) {
  const { words, theme, setTheme, language, setLanguage } = useShop();
  return (
    <form>
      <label>
        {words().theme}
        <select onChange={(event) => setTheme(event.currentTarget.value as Theme)}>
          <For each={themes}>
            {(each) => (
              <option value={each} selected={each === theme()}>
                {words().themes[each]}
              </option>
            )}
          </For>
        </select>
      </label>
      <label>
        {words().language}
        <select onChange={(event) => setLanguage(event.currentTarget.value as Language)}>
          <For each={languages}>
            {(each) => (
              <option value={each} selected={each === language()}>
                {languageNames[each]}
              </option>
            )}
          </For>
        </select>
      </label>
      <label>
        {words().windowsills}
        <input
          type="number"
          value={props.windowsills}
          onInput={(event) => props.setWindowsills(event.currentTarget.valueAsNumber)}
        />
      </label>
      <label>
        <input
          type="checkbox"
          checked={props.keep}
          onChange={(event) => props.setKeep(event.currentTarget.checked)}
        />
        {words().keep}
      </label>
      <button type="button" onClick={() => props.leave()}>
        {words().leave}
      </button>
    </form>
  );
}
