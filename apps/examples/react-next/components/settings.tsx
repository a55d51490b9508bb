'use client';

import { languageNames, languages } from '@fairwell-examples/account';
import { useApp } from './app-state';

const themes = ['light', 'dark'] as const;

interface SettingsProps {
  windowsills: number;
  onWindowsills: (windowsills: number) => void;
  /** Is cancelling forbidden. */
  keep: boolean;
  onKeep: (keep: boolean) => void;
  onLeave: () => void;
}

/** The item of a list that is this text. */
function oneOf<T extends string>(known: readonly T[], text: string): T {
  return known.find((each) => each === text) ?? known[0];
}

export function Settings({ windowsills, onWindowsills, keep, onKeep, onLeave }: SettingsProps) {
  const { words, theme, language, setTheme, setLanguage } = useApp();
  return (
    <form>
      <label>
        {words.theme}{' '}
        <select value={theme} onChange={({ target }) => setTheme(oneOf(themes, target.value))}>
          {themes.map((each) => (
            <option key={each} value={each}>
              {words.themes[each]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.language}{' '}
        <select
          value={language}
          onChange={({ target }) => setLanguage(oneOf(languages, target.value))}
        >
          {languages.map((each) => (
            <option key={each} value={each}>
              {languageNames[each]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.windowsills}{' '}
        <input
          type="number"
          value={windowsills}
          onChange={({ target }) => onWindowsills(target.valueAsNumber)}
        />
      </label>
      <label>
        <input type="checkbox" checked={keep} onChange={({ target }) => onKeep(target.checked)} />{' '}
        {words.keep}
      </label>
      <button type="button" onClick={onLeave}>
        {words.leave}
      </button>
    </form>
  );
}
