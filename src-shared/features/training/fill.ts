/** Puts values into a sentence that names them in braces: `{score}`. What it doesn't know stays. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{([a-z]+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}
