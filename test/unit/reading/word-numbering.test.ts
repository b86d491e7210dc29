import { expect, it } from 'vitest';
import { numeral } from '../../../src-main/reading/word-numerals.ts';
import { createWordNumbering, type ParagraphProperties } from '../../../src-main/reading/word-numbering.ts';

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const list = (id: number, levels: string) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const use = (numId: number, listId: number, overrides = '') => `<w:num w:numId="${numId}"><w:abstractNumId w:val="${listId}"/>${overrides}</w:num>`;
const contract = list(0, level(0, 'chineseCounting', '第%1条') + level(1, 'decimal', '%1.%2', '<w:isLgl/>') + level(2, 'lowerLetter', '（%3）'));

function numbersOf(numbering: string, paragraphs: readonly Partial<ParagraphProperties>[], styles = ''): readonly (string | null)[] {
  const placeOf = createWordNumbering(`<w:numbering>${numbering}</w:numbering>`, `<w:styles>${styles}</w:styles>`);
  return paragraphs.map((paragraph) => placeOf({ styleId: null, numId: null, level: null, outline: null, ...paragraph }).number);
}

const at = (numId: number, index: number) => ({ numId: String(numId), level: index });

it('counts each level below the one above, in the numerals of each', () => {
  expect(numbersOf(contract + use(1, 0), [at(1, 0), at(1, 1), at(1, 1), at(1, 2), at(1, 0), at(1, 1), at(1, 2)])).toEqual(['第一条', '1.1', '1.2', '（a）', '第二条', '2.1', '（a）']);
});

it('counts a level that was passed over as begun', () => {
  expect(numbersOf(contract + use(1, 0), [at(1, 1), at(1, 1)])).toEqual(['1.1', '1.2']);
});

it('goes on counting in a second use of a list, unless that begins with a number of its own', () => {
  const own = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>';
  expect(numbersOf(contract + use(1, 0) + use(2, 0) + use(3, 0, own), [at(1, 0), at(2, 0), at(3, 0), at(3, 0), at(1, 0)])).toEqual(['第一条', '第二条', '第七条', '第八条', '第九条']);
});

it('takes a level that one use of a list sets anew', () => {
  const own = `<w:lvlOverride w:ilvl="0">${level(0, 'upperRoman', 'Article %1')}</w:lvlOverride>`;
  expect(numbersOf(contract + use(1, 0, own), [at(1, 0), at(1, 1), at(1, 0)])).toEqual(['Article I', '1.1', 'Article II']);
});

it('begins a level anew only where the list says so', () => {
  const never = list(0, level(0, 'decimal', '%1') + level(1, 'decimal', '%2', '<w:lvlRestart w:val="0"/>'));
  expect(numbersOf(never + use(1, 0), [at(1, 0), at(1, 1), at(1, 0), at(1, 1)])).toEqual(['1', '1', '2', '2']);
});

it('finds the numbers of styles, of those that they build on and of the standard one', () => {
  const linked = list(0, level(0, 'decimal', '%1.', '<w:pStyle w:val="H1"/>') + level(1, 'decimal', '%1.%2', '<w:pStyle w:val="H2"/>')) + use(1, 0);
  const style = (id: string, inner: string) => `<w:style w:type="paragraph" w:styleId="${id}">${inner}</w:style>`;
  const styles = style('H1', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') + style('H2', '<w:basedOn w:val="H1"/>') + style('Mine', '<w:basedOn w:val="H2"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>');
  expect(numbersOf(linked, [{ styleId: 'H1' }, { styleId: 'H2' }, { styleId: 'Mine' }, { styleId: 'H1', numId: '0' }, {}], styles)).toEqual(['1.', '1.1', '1.2', null, null]);
  expect(numbersOf(linked, [{}], styles.replace('w:styleId="H1"', 'w:styleId="H1" w:default="1"'))).toEqual(['1.']);
});

it('follows a list that stands in a style of lists', () => {
  const numbering = list(0, '<w:numStyleLink w:val="Legal"/>') + list(1, `<w:styleLink w:val="Legal"/>${level(0, 'decimal', '%1)')}`) + use(1, 0) + use(2, 1);
  expect(numbersOf(numbering, [at(1, 0), at(2, 0)])).toEqual(['1)', '2)']);
});

it('gives bullets and lists that are not there no number', () => {
  expect(numbersOf(list(0, level(0, 'bullet', '●')) + use(1, 0) + use(2, 9), [at(1, 0), at(2, 0), at(3, 0), at(1, 5)])).toEqual([null, null, null, null]);
});

it('does not go round in styles that build on each other', () => {
  const styles = '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>';
  expect(numbersOf(contract + use(1, 0), [{ styleId: 'A' }], styles)).toEqual([null]);
});

it.each([
  ['chineseCounting', 21, '二十一'],
  ['chineseCountingThousand', 105, '一百零五'],
  ['japaneseCounting', 10, '十'],
  ['ideographDigital', 12, '一二'],
  ['chineseLegalSimplified', 12, '壹拾贰'],
  ['ideographTraditional', 3, '丙'],
  ['decimalEnclosedCircle', 4, '④'],
  ['decimalEnclosedCircle', 40, '40'],
  ['decimalZero', 7, '07'],
  ['lowerLetter', 28, 'bb'],
  ['upperLetter', 1_000_000, '1000000'],
  ['lowerRoman', 14, 'xiv'],
  ['ordinal', 12, '12th'],
  ['none', 3, ''],
  ['unheardOf', 3, '3'],
])('writes in %s the number %i as %s', (format, value, expected) => {
  expect(numeral(value, format)).toBe(expected);
});
