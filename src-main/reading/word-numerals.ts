import { chineseNumeral } from '#shared/features/documents/numbering.ts';

/** A number as a level of a Word list writes it (ECMA-376, 17.18.59 ST_NumberFormat); digits for a format that isn't known. */
export function numeral(value: number, format: string): string {
  return numerals[format]?.(value) ?? String(value);
}

const chinese = (value: number) => (value < 1 || value > 9999 ? null : chineseNumeral(value));

/** Null where a format has no numeral for the value. */
const numerals: Readonly<Record<string, (value: number) => string | null>> = {
  none: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) => digitsOf(value, '０１２３４５６７８９'),
  decimalEnclosedCircle: (value) => oneOf('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', value),
  decimalEnclosedCircleChinese: (value) => oneOf('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', value),
  decimalEnclosedParen: (value) => oneOf('⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇', value),
  decimalEnclosedFullstop: (value) => oneOf('⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛', value),
  ideographEnclosedCircle: (value) => oneOf('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉', value),
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  japaneseCounting: chinese,
  ideographDigital: (value) => digitsOf(value, '〇一二三四五六七八九'),
  japaneseDigitalTenThousand: (value) => digitsOf(value, '〇一二三四五六七八九'),
  taiwaneseDigital: (value) => digitsOf(value, '〇一二三四五六七八九'),
  chineseLegalSimplified: (value) => chinese(value)?.replace(/^十/u, '一十').replace(/[一二三四五六七八九十百千]/gu, (character) => '壹贰叁肆伍陆柒捌玖拾佰仟'.charAt('一二三四五六七八九十百千'.indexOf(character))) ?? null,
  ideographTraditional: (value) => oneOf('甲乙丙丁戊己庚辛壬癸', value),
  ideographZodiac: (value) => oneOf('子丑寅卯辰巳午未申酉戌亥', value),
  upperLetter: (value) => letters(value),
  lowerLetter: (value) => letters(value)?.toLowerCase() ?? null,
  upperRoman: (value) => roman(value),
  lowerRoman: (value) => roman(value)?.toLowerCase() ?? null,
  ordinal: (value) => `${value}${ordinalEnd(value)}`,
};

function oneOf(characters: string, value: number): string | null {
  return characters.charAt(value - 1) || null;
}

function digitsOf(value: number, digits: string): string {
  return String(value).replace(/\d/gu, (digit) => digits.charAt(Number(digit)));
}

/** A to Z, then AA to ZZ, AAA to ZZZ. */
function letters(value: number): string | null {
  if (value < 1 || value > 26 * 30) return null;
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function roman(value: number): string | null {
  if (value < 1 || value > 3999) return null;
  let [rest, text] = [value, ''];
  for (const [unit, name] of romanUnits) {
    text += name.repeat(Math.floor(rest / unit));
    rest %= unit;
  }
  return text;
}

const romanUnits = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
] as const;

function ordinalEnd(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}
