import type { EnvironmentProviders, Provider, Type } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { onTestFinished } from 'vitest';

export interface Mounted<Page> {
  readonly container: HTMLElement;
  readonly page: Page;
}

/** Starts an application whose root is this component, `test-page`, until the test is over. */
export async function mount<Page>(
  component: Type<Page>,
  providers: (Provider | EnvironmentProviders)[] = [],
): Promise<Mounted<Page>> {
  const container = document.body.appendChild(document.createElement('test-page'));
  onTestFinished(() => container.remove());
  const app = await bootstrapApplication(component, { providers });
  onTestFinished(() => app.destroy());
  const [root] = app.components;
  if (!root) throw new Error('It did not start.');
  return { container, page: root.instance as Page };
}
