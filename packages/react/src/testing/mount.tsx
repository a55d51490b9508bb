import { StrictMode, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { onTestFinished } from 'vitest';

export interface Mounted {
  readonly container: HTMLElement;
  render(node: ReactNode): void;
  unmount(): void;
}

/** Mounts in the page, in strict mode, until the test is over. */
export function mount(node: ReactNode): Mounted {
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  const render = (next: ReactNode) => flushSync(() => root.render(<StrictMode>{next}</StrictMode>));
  const unmount = () => root.unmount();
  onTestFinished(() => {
    unmount();
    container.remove();
  });
  render(node);
  return { container, render, unmount };
}
