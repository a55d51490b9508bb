import { DestroyRef, inject } from '@angular/core';

/** A hard wall puts itself back when it is taken out of the page, so it is taken down with its directive. */
export function takeDownAtEnd(wall: { hide(): void }): void {
  if (typeof document !== 'undefined') inject(DestroyRef).onDestroy(() => wall.hide());
}
