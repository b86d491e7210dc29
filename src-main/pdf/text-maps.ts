import { deflateSync, inflateSync } from 'node:zlib';
import { PDFDict, PDFName, PDFRawStream, type PDFContext } from 'pdf-lib';

/**
 * Chromium names many Chinese characters in a font's ToUnicode map by their Kangxi radical (方 as U+2F45), so that
 * search and copy fail in most viewers. This rewrites every map to the ordinary characters and says how many entries
 * it changed.
 */
export function repairTextMaps(context: PDFContext): number {
  const seen = new Set<unknown>();
  let changed = 0;
  for (const [, font] of context.enumerateIndirectObjects()) {
    const stream = font instanceof PDFDict ? textMapOf(context, font) : null;
    if (stream === null || seen.has(stream)) continue;
    seen.add(stream);
    const { text, entries } = unifyTextMap(readTextMap(stream));
    if (entries === 0) continue;
    changed += entries;
    writeTextMap(stream, text);
  }
  return changed;
}

/** The ToUnicode map of a font; null where it has none. */
export function textMapOf(context: PDFContext, font: PDFDict): PDFRawStream | null {
  const stream = context.lookup(font.get(PDFName.of('ToUnicode')));
  return stream instanceof PDFRawStream ? stream : null;
}

/** A stream's bytes, one character each. */
export function readTextMap({ dict, contents }: PDFRawStream): string {
  return Buffer.from(dict.get(PDFName.of('Filter')) === undefined ? contents : inflateSync(contents)).toString('latin1');
}

export function writeTextMap(stream: PDFRawStream, text: string): void {
  stream.dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  stream.updateContents(deflateSync(Buffer.from(text, 'latin1')));
}

/** Rewrites one CMap. A range that touches a radical is spelled out entry by entry: the targets no longer follow. */
export function unifyTextMap(map: string): { readonly text: string; readonly entries: number } {
  let entries = 0;
  const unify = (hex: string): string => {
    const unified = unifyHex(hex);
    if (unified !== hex.toUpperCase()) entries += 1;
    return unified;
  };
  const withoutWrongRanges = map.replace(/\d+\s+beginbfrange([\s\S]*?)endbfrange/g, (_section, body: string) => {
    const ranges = [...body.matchAll(/<([\dA-F]+)>\s*<([\dA-F]+)>\s*(<[\dA-F]+>|\[[^\]]*\])/gi)];
    const kept: string[] = [];
    const single: string[] = [];
    for (const [, first = '', last = '', target = ''] of ranges) {
      const targets = targetsOf(first, last, target);
      if (targets.every((hex) => unifyHex(hex) === hex)) kept.push(`<${first}> <${last}> ${target}`);
      else single.push(...targets.map((hex, index) => `<${numberToHex(parseInt(first, 16) + index, first.length)}> <${hex}>`));
    }
    return [...blocks('bfrange', kept), ...blocks('bfchar', single)].join('\n');
  });
  const pairs = /<([\dA-F]+)>(\s*)<([\dA-F]+)>/gi;
  const text = withoutWrongRanges.replace(
    /beginbfchar([\s\S]*?)endbfchar/g,
    (_section, body: string) =>
      `beginbfchar${body.replace(pairs, (_pair, code: string, gap: string, hex: string) => `<${code}>${gap}<${unify(hex)}>`)}endbfchar`,
  );
  return { text, entries };
}

/** The character that people type, for a radical or another twin that the font draws alike; the rest stays as it is. */
export function toOrdinaryCharacters(text: string): string {
  return [...text].map((one) => ordinaryByTwin[one] ?? (isRadical(one) ? one.normalize('NFKC') : one)).join('');
}

function isRadical(character: string): boolean {
  return character >= '\u2e80' && character <= '\u2fdf';
}

function targetsOf(first: string, last: string, target: string): readonly string[] {
  if (target.startsWith('[')) return [...target.matchAll(/<([\dA-F]+)>/gi)].map(([, hex = '']) => hex.toUpperCase());
  const hex = target.slice(1, -1).toUpperCase();
  const [stem, tail] = [hex.slice(0, -4), parseInt(hex.slice(-4), 16)];
  const count = parseInt(last, 16) - parseInt(first, 16) + 1;
  return Array.from({ length: count }, (_none, index) => stem + numberToHex(tail + index, 4));
}

/** A CMap section holds 100 entries at most. */
function blocks(kind: 'bfrange' | 'bfchar', lines: readonly string[]): readonly string[] {
  const count = Math.ceil(lines.length / 100);
  return Array.from({ length: count }, (_none, index) => {
    const part = lines.slice(index * 100, index * 100 + 100);
    return `${part.length} begin${kind}\n${part.join('\n')}\nend${kind}`;
  });
}

function unifyHex(hex: string): string {
  const characters = String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)));
  return toOrdinaryCharacters(characters).replace(/[^]/g, (unit) => numberToHex(unit.charCodeAt(0), 4));
}

function numberToHex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}

/**
 * Each wrong character before the right one. CJK Radicals Supplement: Unicode's EquivalentUnifiedIdeograph. The last
 * line: Chromium names a glyph by the lowest code point that the font has for it. In Noto Sans SC that is wrong not
 * only for radicals (and NFKC makes the traditional 戶 of 户's radical).
 */
const twins = `
  ⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇𠘨 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑𡯂 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌
  ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪𤴔 ⺫目 ⺬示 ⺭礻 ⺮𥫗 ⺯糹 ⺰纟 ⺱罓
  ⺲罒 ⺳㓁 ⺴冗 ⺵𦉫 ⺶羊 ⺷𦍌 ⺸𦍋 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺽𦥑 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇𧢲 ⻈讠 ⻉贝
  ⻊𧾷 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕𨸏 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞𩙿 ⻟飠 ⻠饣 ⻡𩠐
  ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟
  ⼾户 㬵胶 㫚曶 㬺幐 㮣槩 〜～ ∕／ 〈〈 〉〉 ‒–
`;
const ordinaryByTwin: Readonly<Record<string, string>> = Object.fromEntries(
  twins.trim().split(/\s+/).map((pair) => [...pair] as [string, string]),
);
