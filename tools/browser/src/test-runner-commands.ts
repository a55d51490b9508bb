/**
 * Stands in for @web/test-runner-commands, whose module opens a socket to a Web Test Runner as
 * soon as it is loaded. @open-wc/testing imports it for snapshots alone, and Vitest has its own.
 */
function unavailable(): never {
  throw new Error('Snapshots of Web Test Runner do not exist here: use the ones of Vitest.');
}

export {
  unavailable as compareSnapshot,
  unavailable as getSnapshot,
  unavailable as getSnapshotConfig,
  unavailable as getSnapshots,
  unavailable as removeSnapshot,
  unavailable as saveSnapshot,
};
