import { createApp, nextTick, shallowRef, type App, type VNodeChild } from 'vue';
import { onTestFinished } from 'vitest';

export interface Mounted {
  readonly container: HTMLElement;
  render(draw: () => VNodeChild): Promise<void>;
  unmount(): void;
}

/** Mounts an app in the page until the test is over. */
export function mount(
  draw: () => VNodeChild,
  install: (app: App) => unknown = () => undefined,
): Mounted {
  const container = document.body.appendChild(document.createElement('div'));
  const drawn = shallowRef(draw);
  const app = createApp({ render: () => drawn.value() });
  install(app);
  let isMounted = true;
  const unmount = () => {
    if (isMounted) app.unmount();
    isMounted = false;
  };
  onTestFinished(() => {
    unmount();
    container.remove();
  });
  app.mount(container);
  return {
    container,
    unmount,
    render: (next) => {
      drawn.value = next;
      return nextTick();
    },
  };
}
