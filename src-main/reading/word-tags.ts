/** A tag of a Word file's XML and where it stands; `attributes` as written. */
export interface Tag {
  readonly name: string;
  readonly kind: 'opening' | 'closing' | 'empty';
  readonly attributes: string;
  readonly from: number;
  readonly to: number;
}

// No value holds a < in XML, so a tag that is never closed is given up at the next one.
const tagPattern = /<(?:(!--|!\[CDATA\[|\?)|(\/?)([\w:.-]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>)/gu;
const endings: Readonly<Record<string, string>> = { '!--': '-->', '![CDATA[': ']]>', '?': '?>' };

/** The tags of a part in their order. Of alternatives only the fallback counts, as the library reads it. */
export function* tagsOf(xml: string): Generator<Tag, void, undefined> {
  const pattern = new RegExp(tagPattern);
  let choices = 0;
  for (let match = pattern.exec(xml); match !== null; match = pattern.exec(xml)) {
    const [whole, passage, slash, name, attributes = '', end] = match;
    if (passage !== undefined) {
      // Comments, character data and instructions are passed over whole, so that no tag is seen in them.
      const ending = xml.indexOf(endings[passage] ?? '>', pattern.lastIndex);
      if (ending === -1) return;
      pattern.lastIndex = ending;
      continue;
    }
    if (name === undefined) continue;
    const kind = slash === '/' ? 'closing' : end === '/' ? 'empty' : 'opening';
    if (name === 'mc:Choice') {
      if (kind === 'opening') choices += 1;
      else if (kind === 'closing') choices -= 1;
    } else if (choices === 0) {
      yield { name, kind, attributes, from: match.index, to: match.index + whole.length };
    }
  }
}

/** An attribute of a tag, null when it has none of that name. */
export function attributeOf({ attributes }: Tag, name: string): string | null {
  for (const [, key, double, single] of attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)) {
    if (key === name) return unescaped(double ?? single ?? '');
  }
  return null;
}

/** An attribute that holds a whole number from 0; null for none and for what is no such number. */
export function numberOf(tag: Tag, name: string): number | null {
  const value = attributeOf(tag, name);
  return value !== null && /^\d{1,6}$/u.test(value) ? Number(value) : null;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What a value or a piece of text says, its entities resolved. */
export function unescaped(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/giu, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Text as an attribute's value. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => `&#${character.charCodeAt(0)};`);
}
