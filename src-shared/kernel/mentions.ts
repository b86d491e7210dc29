/** Somebody who can be mentioned. */
export interface Mentionable<Id> {
  readonly id: Id;
  readonly name: string;
}

/**
 * Who is mentioned in some texts: an `@` and the person's whole name, in either width, however it is written large or
 * small. Of names that begin alike the longest counts. An e-mail address mentions nobody.
 */
export function mentionsIn<Id>(texts: readonly string[], people: readonly Mentionable<Id>[]): readonly Id[] {
  const byLength = people.filter(({ name }) => name.trim() !== '').toSorted((one, other) => other.name.length - one.name.length);
  const found = new Set<Id>();
  for (const text of texts) {
    for (const { index } of text.matchAll(/(?<![A-Za-z0-9._%+-])[@＠]/g)) {
      const rest = text.slice(index + 1).toLowerCase();
      const person = byLength.find(({ name }) => rest.startsWith(name.toLowerCase()) && endsThere(name, rest.charAt(name.length)));
      if (person !== undefined) found.add(person.id);
    }
  }
  return [...found];
}

/** What is being typed behind the last `@` before the caret, or null: not while an address is. */
export function mentionBefore(text: string, caret: number): { readonly from: number; readonly typed: string } | null {
  const found = /(?<![A-Za-z0-9._%+-])[@＠]([^@＠\n,，。；;]{0,40})$/.exec(text.slice(0, caret));
  return found === null ? null : { from: found.index, typed: found[1] ?? '' };
}

/** A Latin name ends where its word does; behind a Chinese one any text may follow. */
function endsThere(name: string, next: string): boolean {
  return !/[A-Za-z0-9]$/.test(name) || !/[A-Za-z0-9]/.test(next);
}
