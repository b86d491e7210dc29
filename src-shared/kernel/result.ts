/** An expected failure: a declared code and the facts a sentence needs. Sentences are made by the renderer. */
export interface Failure<Code extends string = string> {
  readonly code: Code;
  readonly params?: FailureParams;
}

export type FailureParams = Readonly<Record<string, string | number | boolean>>;

export type Result<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure<Code> };

/** Wraps a value as success. */
export function succeed<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** An expected failure with its code and, where the sentence needs them, its facts. */
export function fail<const Code extends string>(
  code: Code,
  params?: FailureParams,
): { readonly ok: false; readonly error: Failure<Code> } {
  return { ok: false, error: params === undefined ? { code } : { code, params } };
}
