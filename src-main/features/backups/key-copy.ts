/** A copy that can cross to a worker and be overwritten apart from the session's own. */
export function copyOf(key: { expose(): Buffer } | undefined): Uint8Array {
  return new Uint8Array(key?.expose() ?? Buffer.alloc(0));
}
