/** Lets everything else go first that waits: the window asks while long work is done in slices. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
