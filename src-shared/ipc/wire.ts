/**
 * How a reply crosses from main into the page. Electron copies an object twice on that road, field by field: into the
 * preload script and once more over its bridge. A page of fifty contracts takes twice as long so as one JSON text does.
 * Bytes are no JSON: a reply that holds any, always in the field `bytes` of its value, crosses as it is.
 */
export function toWire(reply: Readonly<Record<string, unknown>>): unknown {
  return holdsBytes(reply['value']) ? reply : JSON.stringify(reply);
}

/** The reply that `toWire` sent; a field that was there without a value is missing. */
export function fromWire(crossed: unknown): unknown {
  return typeof crossed === 'string' ? JSON.parse(crossed) : crossed;
}

function holdsBytes(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array;
}
