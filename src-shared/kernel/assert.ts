/** Throws when a thing that only a bug can make false is false. The message must hold no contract data. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Broken assumption: ${message}`);
}

/** Makes a switch over a union exhaustive: the compiler refuses a forgotten case. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected case: ${typeof value}`);
}
