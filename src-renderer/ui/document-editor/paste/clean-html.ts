import { hasInvisibleCharacters } from '#shared/kernel/invisible-characters.ts';

/**
 * What the clipboard holds of Word, WPS, a browser or a mail, as the few elements that a contract knows: headings,
 * paragraphs, lists, tables, bold, italic, underline. Word's headings become clauses and its automatic numbers go, for
 * the text numbers itself; tracked deletions and comments go, tracked insertions stay. Our own pieces pass as they are.
 */
export function cleanPastedHtml(html: string): string {
  if (/data-pm-slice/.test(html)) return withoutSuggestions(html);
  const isWord = /class="?Mso|urn:schemas-microsoft-com|mso-|<w:WordDocument|content="?(?:Word|WPS)/i.test(html);
  const inner = /<!--StartFragment-->([\s\S]*?)<!--EndFragment-->/.exec(html)?.[1] ?? /<body[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1] ?? html;
  const marked = isWord ? asLists(inner) : inner;
  const bare = marked
    .replace(/<!\[if !supportLists\]>[\s\S]*?<!\[endif\]>/gi, '')
    .replace(/<!--[\s\S]*?-->|<!\[[^\]]*\]>/g, '')
    .replace(/<(script|style|xml|head|title|del|o:p)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<a\b[^>]*class="?msocomanchor[\s\S]*?<\/a>/gi, '');
  return visible(keepKnown(bare, isWord));
}

/** A copied suggestion is pasted as plain words, as it would read once accepted. */
function withoutSuggestions(html: string): string {
  return html
    .replace(/<del\b[^>]*>[\s\S]*?<\/del>/gi, '')
    .replace(/<\/?ins\b[^>]*>/gi, '')
    .replace(/<span\b[^>]*class="comment"[^>]*>([\s\S]*?)<\/span>/gi, '$1');
}

const listParagraph = /<p\b([^>]*mso-list:\s*l\d+[^>]*)>([\s\S]*?)<\/p>/gi;

/** Word writes lists as paragraphs with a typed marker: the marker says what each is, and goes. */
function asLists(html: string): string {
  const items = html.replace(listParagraph, (_, attributes: string, content: string) => {
    const marker = textOf(/<!\[if !supportLists\]>([\s\S]*?)<!\[endif\]>/i.exec(content)?.[1] ?? '');
    const words = content.replace(/<!\[if !supportLists\]>[\s\S]*?<!\[endif\]>/i, '');
    const level = Number(/level(\d)/.exec(attributes)?.[1] ?? 1);
    if (/^(?:第.+[条章]|Article)/i.test(marker) || (/^[一二三四五六七八九十]+、/.test(marker) && level === 1)) return `<h1>${words}</h1>`;
    if (/^\d+(?:\.\d+)+\.?$/.test(marker)) return `<p data-numbered="true">${words}</p>`;
    const list = /^[（(]?[\da-z一二三四五六七八九十]+[.)、）]/i.test(marker) ? 'ol' : 'ul';
    return `<${list}><li>${words}</li></${list}>`;
  });
  return items.replace(/<\/(ul|ol)>\s*<\1>/gi, '');
}

/** What each element of the clipboard becomes; null: its words stay and it goes. */
function elementOf(tag: string, attributes: string, isWord: boolean): string | null {
  const heading = /^h([1-6])$/.exec(tag)?.[1];
  // A heading of the first level is a clause; the title of a contract is Word's title, or a browser's h1.
  if (heading !== undefined) return isWord || heading !== '1' ? `h${Math.min(Number(heading) + (isWord ? 1 : 0), 4)}` : 'h1';
  if (tag === 'p' && /class="?MsoTitle/i.test(attributes)) return 'h1';
  if (tag === 'div') return 'p';
  if (tag === 'b' && /font-weight:\s*normal/i.test(attributes)) return null;
  return known.get(tag) ?? null;
}

const known: ReadonlyMap<string, string> = new Map([
  ...['p', 'ul', 'ol', 'li', 'table', 'tbody', 'thead', 'tr', 'td', 'th', 'br', 'u'].map((tag) => [tag, tag] as const),
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'em'],
  ['em', 'em'],
]);

const voids = new Set(['br']);

/** Keeps the known elements and their spans; of a styled run its bold, italic and underline. */
function keepKnown(html: string, isWord: boolean): string {
  const open: { readonly tag: string; readonly closes: string }[] = [];
  return html.replace(/<(\/?)([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi, (_, slash: string, name: string, attributes: string) => {
    const tag = name.toLowerCase();
    if (slash === '/') {
      const at = open.findLastIndex((one) => one.tag === tag);
      return at < 0 ? '' : (open.splice(at, 1)[0]?.closes ?? '');
    }
    const element = elementOf(tag, attributes, isWord);
    const styles = tag === 'span' || tag === 'font' ? stylesOf(attributes) : [];
    if (voids.has(tag)) return `<${tag}>`;
    if (!attributes.endsWith('/')) open.push({ tag, closes: element === null ? styles.map((style) => `</${style}>`).toReversed().join('') : `</${element}>` });
    if (element === null) return styles.map((style) => `<${style}>`).join('');
    return `<${element}${spansOf(element, attributes)}>`;
  });
}

function stylesOf(attributes: string): readonly string[] {
  const style = /style=(?:"([^"]*)"|'([^']*)')/i.exec(attributes)?.slice(1).join('') ?? '';
  return [
    ...(/font-weight:\s*(?:bold|[6-9]00)/i.test(style) ? ['strong'] : []),
    ...(/font-style:\s*italic/i.test(style) ? ['em'] : []),
    ...(/text-decoration[^;]*underline/i.test(style) ? ['u'] : []),
  ];
}

function spansOf(element: string, attributes: string): string {
  if (element === 'p' && /data-numbered="true"/.test(attributes)) return ' data-numbered="true"';
  if (element !== 'td' && element !== 'th') return '';
  return ['colspan', 'rowspan'].map((name) => new RegExp(`${name}="?(\\d{1,3})`, 'i').exec(attributes)?.[1]).map((count, index) => (count === undefined || count === '1' ? '' : ` ${index === 0 ? 'colspan' : 'rowspan'}="${count}"`)).join('');
}

function textOf(html: string): string {
  return html.replace(/<[^>]+>/g, '').replace(/&nbsp;|\u00A0/g, ' ').trim();
}

function visible(html: string): string {
  const spaced = html.replace(/&nbsp;|\u00A0/g, ' ').replace(/&(?:shy|zwnj|zwj|lrm|rlm);/g, '');
  if (!hasInvisibleCharacters(spaced)) return spaced;
  return Array.from(spaced, (character) => (hasInvisibleCharacters(character) && !/[\r\n]/.test(character) ? '' : character)).join('');
}
