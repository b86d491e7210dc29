/** A statement and the values bound to it. Values never become part of the text. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

export type SqlValue = string | number | null | Uint8Array;

// The text of a statement without spliced parts is always the same: made once for each place in the code.
const plainTexts = new WeakMap<TemplateStringsArray, string>();

/** Builds a statement: every `${value}` is bound, every `${sql`…`}` inside is spliced with its own values. */
export function sql(parts: TemplateStringsArray, ...inserted: readonly (SqlValue | Sql)[]): Sql {
  if (!inserted.some(isSql)) return { text: plainText(parts), values: inserted as readonly SqlValue[] };
  let text = parts[0] ?? '';
  const values: SqlValue[] = [];
  inserted.forEach((piece, index) => {
    if (isSql(piece)) {
      text += piece.text;
      values.push(...piece.values);
    } else {
      text += '?';
      values.push(piece);
    }
    text += parts[index + 1] ?? '';
  });
  return { text, values };
}

function plainText(parts: TemplateStringsArray): string {
  const known = plainTexts.get(parts);
  if (known !== undefined) return known;
  const text = parts.join('?');
  plainTexts.set(parts, text);
  return text;
}

/** A pattern for `LIKE ${…} ESCAPE '\'` that finds the text anywhere; its own wildcards are taken literally. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
}

/** A list to compare with, for `IN ${…}`. The statement stays the same however long the list is. */
export function listed(values: readonly string[]): Sql {
  return sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;
}

function isSql(piece: SqlValue | Sql): piece is Sql {
  return typeof piece === 'object' && piece !== null && 'text' in piece;
}
