import {
  onActivated,
  onBeforeUnmount,
  onDeactivated,
  onMounted,
  readonly,
  ref,
  type Ref,
} from 'vue';

/**
 * Calls `enter` when the component is on the screen, and `leave` when it is not any more: unmounted, or
 * kept alive for later.
 * @returns whether it is there.
 */
export function useVisit(enter: () => void, leave: () => void): Readonly<Ref<boolean>> {
  const isHere = ref(false);
  const come = () => {
    if (isHere.value) return;
    isHere.value = true;
    enter();
  };
  const go = () => {
    if (!isHere.value) return;
    isHere.value = false;
    leave();
  };
  onMounted(come);
  onActivated(come);
  onDeactivated(go);
  onBeforeUnmount(go);
  return readonly(isHere);
}
