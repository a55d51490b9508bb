/** What the bar at the top of the page sets. Kept in the address, so that it can be passed on. */
export interface DemoSettings {
  /** Empty until one is chosen. */
  customer: string;
  theme: 'auto' | 'light' | 'dark';
  dir: 'ltr' | 'rtl';
}

function oneOf<T extends string>(allowed: readonly [T, ...T[]], value: string | null): T {
  return allowed.find((each) => each === value) ?? allowed[0];
}

export function readSettings(search: string): DemoSettings {
  const parameters = new URLSearchParams(search);
  return {
    customer: parameters.get('customer') ?? '',
    theme: oneOf(['auto', 'light', 'dark'], parameters.get('theme')),
    dir: oneOf(['ltr', 'rtl'], parameters.get('dir')),
  };
}

export function applySettings(settings: DemoSettings): void {
  const { theme, dir } = settings;
  document.documentElement.dataset['theme'] = theme;
  document.documentElement.dir = dir;
  history.replaceState(null, '', `?${new URLSearchParams({ ...settings })}`);
}
