import { onActivated, onBeforeUnmount, onDeactivated, onMounted } from 'vue';

/**
 * Calls `enter` when the component comes on the screen, and what that returns when it goes: unmounted,
 * or kept alive for later.
 */
export function useVisit(enter: () => () => void): void {
  let leave: (() => void) | undefined;
  const come = () => {
    leave ??= enter();
  };
  const go = () => {
    leave?.();
    leave = undefined;
  };
  onMounted(come);
  onActivated(come);
  onDeactivated(go);
  onBeforeUnmount(go);
}
