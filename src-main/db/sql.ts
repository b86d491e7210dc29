/** A statement and the values bound to it. Values never become part of the text. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

export type SqlValue = string | number | null | Uint8Array;

/** The texts that one place in the code makes, by the texts of the pieces spliced into it. */
interface Texts {
  text?: string;
  readonly behind: Map<string, Texts>;
}

// A text is made once for each place in the code and the pieces spliced there; which places are spliced tells them apart, too.
// Long work runs the same few statements hundreds of thousands of times.
const plainTexts = new WeakMap<TemplateStringsArray, string>();
const splicedTexts = new WeakMap<TemplateStringsArray, Map<string, Texts>>();

/** Builds a statement: every `${value}` is bound, every `${sql`…`}` inside is spliced with its own values. */
export function sql(parts: TemplateStringsArray, ...inserted: readonly (SqlValue | Sql)[]): Sql {
  if (!inserted.some(isSql)) return { text: plainText(parts), values: inserted as readonly SqlValue[] };
  const values: SqlValue[] = [];
  let spliced = '';
  for (const piece of inserted) {
    const isSpliced = isSql(piece);
    spliced += isSpliced ? 's' : '?';
    if (isSpliced) values.push(...piece.values);
    else values.push(piece);
  }
  const texts = textsOf(parts, spliced, inserted);
  texts.text ??= inserted.reduce<string>((text, piece, index) => `${text}${isSql(piece) ? piece.text : '?'}${parts[index + 1] ?? ''}`, parts[0] ?? '');
  return { text: texts.text, values };
}

function textsOf(parts: TemplateStringsArray, spliced: string, inserted: readonly (SqlValue | Sql)[]): Texts {
  const ofPlace = existing(splicedTexts, parts, () => new Map<string, Texts>());
  let texts = existing(ofPlace, spliced, () => ({ behind: new Map<string, Texts>() }));
  for (const piece of inserted) if (isSql(piece)) texts = existing(texts.behind, piece.text, () => ({ behind: new Map<string, Texts>() }));
  return texts;
}

function existing<Key extends string | object, Value>(map: { get: (key: Key) => Value | undefined; set: (key: Key, value: Value) => unknown }, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function plainText(parts: TemplateStringsArray): string {
  return existing(plainTexts, parts, () => parts.join('?'));
}

/** A pattern for `LIKE ${…} ESCAPE '\'` that finds the text anywhere; its own wildcards are taken literally. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
}

/** A list to compare with, for `IN ${…}`. The statement stays the same however long the list is. */
export function listed(values: readonly (string | number)[]): Sql {
  return sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;
}

function isSql(piece: SqlValue | Sql): piece is Sql {
  return typeof piece === 'object' && piece !== null && 'text' in piece;
}
