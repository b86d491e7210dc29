/** A value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * The one JSON text of a value: keys in one fixed order, no white space, absent keys left out. Equal values give equal
 * texts, so that the text can be hashed.
 */
export function canonicalJson(value: Json): string {
  return JSON.stringify(sorted(value));
}

/** The value with its keys in order: writing it is left to the engine, which is several times faster at it. */
function sorted(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(sorted);
  const keys = Object.keys(value);
  // Most of what is hashed was written down in order; the copy is made for the rest.
  if (isPlain(value, keys)) return value;
  const fields: Record<string, Json> = {};
  for (const key of keys.sort()) {
    const field = value[key];
    if (field === undefined) continue;
    // Assigned like the others, this one key would set the prototype and be left out of the text.
    if (key === '__proto__') Object.defineProperty(fields, key, { value: sorted(field), enumerable: true });
    else fields[key] = sorted(field);
  }
  return fields;
}

/** Whether the keys stand in order already and hold nothing that would have to be sorted itself. */
function isPlain(value: { readonly [key: string]: Json | undefined }, keys: readonly string[]): boolean {
  let previous = '';
  for (const key of keys) {
    if (key < previous || typeof value[key] === 'object') return false;
    previous = key;
  }
  return true;
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
