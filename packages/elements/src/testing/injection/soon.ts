/** What `find` finds, as soon as it does: after what is waiting has run, and not after a time. */
export async function soon<T>(find: () => T | null | undefined | false, what: string): Promise<T> {
  for (let turn = 0; turn < 500; turn++) {
    await new Promise((resolve) => setTimeout(resolve));
    const found = find();
    if (found) return found;
  }
  throw new Error(`${what} never came.`);
}
