import { isKind, nameOf, PdfStructureError, type PdfDictionary, type PdfStream, type PdfValue } from './reading/pdf-values.ts';
import type { PdfFile, PdfPage } from './reading/pdf-file.ts';
import { unpackStream } from './reading/stream-data.ts';
import { ValueParser } from './reading/value-parser.ts';

/** Left, bottom, right, top in the page's points. */
export type Area = readonly [number, number, number, number];

type Matrix = readonly [number, number, number, number, number, number];

const identity: Matrix = [1, 0, 0, 1, 0, 0];
const deepestForm = 8;
/** For content that can't be read: better a false alarm than a covered clause. */
const everywhere: Area = [-Infinity, -Infinity, Infinity, Infinity];

/**
 * Where a page shows text and images, roughly: each run of text from its baseline to the height of its letters. Enough
 * to tell whether a new field lies over something that people read.
 */
export function findDrawnAreas(file: PdfFile, page: PdfPage): readonly Area[] {
  const contents = file.resolve(page.dictionary.entries.get('Contents'));
  const streams = isKind(contents, 'array') ? contents.items.map((item) => file.resolve(item)) : [contents];
  const parts: Buffer[] = [];
  for (const stream of streams.filter((one) => isKind(one, 'stream'))) {
    const data = unpackStream(stream, (value) => file.resolve(value));
    if (data === null) return [everywhere];
    parts.push(data, Buffer.from('\n'));
  }
  const areas: Area[] = [];
  run(file, Buffer.concat(parts), page.resources, identity, areas, 0);
  return areas;
}

/** Whether two areas share more than a touch. */
export function overlap(left: Area, right: Area): boolean {
  const width = Math.min(left[2], right[2]) - Math.max(left[0], right[0]);
  const height = Math.min(left[3], right[3]) - Math.max(left[1], right[1]);
  return width > 0.5 && height > 0.5;
}

interface State {
  matrix: Matrix;
  font: Font | null;
  size: number;
  characterSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
}

interface Font {
  readonly codeBytes: 1 | 2;
  readonly widthOf: (code: number) => number;
}

function run(file: PdfFile, data: Buffer, resources: PdfValue, start: Matrix, areas: Area[], depth: number): void {
  let state: State = { matrix: start, font: null, size: 0, characterSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0 };
  const saved: State[] = [];
  let line: Matrix = identity;
  let text: Matrix = identity;
  const fonts = new Map<string, Font>();
  const number = (value: PdfValue | undefined): number => (typeof value === 'number' ? value : 0);
  const toNextLine = (x: number, y: number): void => {
    line = multiply([1, 0, 0, 1, x, y], line);
    text = line;
  };
  const show = (bytes: Buffer): void => {
    const { font, size, scale } = state;
    if (font === null) return;
    let advance = 0;
    for (let at = 0; at + font.codeBytes <= bytes.length; at += font.codeBytes) {
      const code = bytes.readUIntBE(at, font.codeBytes);
      const space = font.codeBytes === 1 && code === 32 ? state.wordSpacing : 0;
      advance += ((font.widthOf(code) / 1000) * size + state.characterSpacing + space) * scale;
    }
    const toPage = multiply(text, state.matrix);
    areas.push(boundsOf(toPage, [0, state.rise, advance, state.rise + size * 0.7]));
    text = multiply([1, 0, 0, 1, advance, 0], text);
  };
  const operators: Readonly<Record<string, (operands: readonly PdfValue[]) => void>> = {
    q: () => void saved.push({ ...state }),
    Q: () => void (state = saved.pop() ?? state),
    cm: (operands) => void (state.matrix = multiply(matrixOf(operands), state.matrix)),
    BT: () => void (line = text = identity),
    Tf: ([name, size]) => {
      const key = nameOf(name) ?? '';
      const font = fonts.get(key) ?? readFont(file, entryOf(file, resources, 'Font', key));
      fonts.set(key, font);
      state.font = font;
      state.size = number(size);
    },
    Tc: ([value]) => void (state.characterSpacing = number(value)),
    Tw: ([value]) => void (state.wordSpacing = number(value)),
    Tz: ([value]) => void (state.scale = number(value) / 100),
    TL: ([value]) => void (state.leading = number(value)),
    Ts: ([value]) => void (state.rise = number(value)),
    Td: ([x, y]) => toNextLine(number(x), number(y)),
    TD: ([x, y]) => {
      state.leading = -number(y);
      toNextLine(number(x), number(y));
    },
    Tm: (operands) => void (line = text = matrixOf(operands)),
    'T*': () => toNextLine(0, -state.leading),
    Tj: ([string]) => isKind(string, 'string') && show(string.bytes),
    "'": ([string]) => {
      toNextLine(0, -state.leading);
      if (isKind(string, 'string')) show(string.bytes);
    },
    '"': ([word, character, string]) => {
      state.wordSpacing = number(word);
      state.characterSpacing = number(character);
      toNextLine(0, -state.leading);
      if (isKind(string, 'string')) show(string.bytes);
    },
    TJ: ([list]) => {
      for (const item of isKind(list, 'array') ? list.items : []) {
        if (isKind(item, 'string')) show(item.bytes);
        else text = multiply([1, 0, 0, 1, (-number(item) / 1000) * state.size * state.scale, 0], text);
      }
    },
    Do: ([name]) => {
      const object = entryOf(file, resources, 'XObject', nameOf(name) ?? '');
      if (!isKind(object, 'stream')) return;
      if (nameOf(file.get(object.dictionary, 'Subtype')) === 'Form') runForm(file, object, resources, state.matrix, areas, depth);
      else areas.push(boundsOf(state.matrix, [0, 0, 1, 1]));
    },
    // An image that stands in the content itself.
    ID: () => void areas.push(boundsOf(state.matrix, [0, 0, 1, 1])),
  };
  forEachOperator(data, (operator, operands) => operators[operator]?.(operands));
}

function runForm(file: PdfFile, form: PdfStream, outer: PdfValue, matrix: Matrix, areas: Area[], depth: number): void {
  if (depth >= deepestForm) throw new PdfStructureError('forms nested too deeply');
  const data = unpackStream(form, (value) => file.resolve(value));
  const own = file.array(form.dictionary.entries.get('Matrix'));
  const inner = own.length === 6 ? multiply(matrixOf(own), matrix) : matrix;
  if (data === null) areas.push(everywhere);
  else run(file, data, form.dictionary.entries.get('Resources') ?? outer, inner, areas, depth + 1);
}

function forEachOperator(data: Buffer, visit: (operator: string, operands: readonly PdfValue[]) => void): void {
  const parser = new ValueParser(data);
  let operands: PdfValue[] = [];
  while (!parser.isAtEnd) {
    const found = parser.next();
    if ('value' in found) {
      operands.push(found.value);
      continue;
    }
    if (found.keyword === 'ID') skipInlineImage(parser);
    visit(found.keyword, operands);
    operands = [];
  }
}

function skipInlineImage(parser: ValueParser): void {
  const end = /\sEI(?=\s|$)/.exec(parser.bytes.toString('latin1', parser.position));
  parser.position = end === null ? parser.bytes.length : parser.position + end.index + 3;
}

function entryOf(file: PdfFile, resources: PdfValue, category: string, name: string): PdfValue {
  const all = file.resolve(resources);
  const some = isKind(all, 'dictionary') ? file.get(all, category) : null;
  return isKind(some, 'dictionary') ? file.get(some, name) : null;
}

function readFont(file: PdfFile, font: PdfValue): Font {
  if (!isKind(font, 'dictionary')) return { codeBytes: 1, widthOf: () => 500 };
  if (nameOf(file.get(font, 'Subtype')) !== 'Type0') {
    const first = file.get(font, 'FirstChar');
    const widths = file.array(font.entries.get('Widths')).map((width) => file.resolve(width));
    return { codeBytes: 1, widthOf: (code) => toNumber(widths[code - (typeof first === 'number' ? first : 0)], 500) };
  }
  const descendant = file.resolve(file.array(font.entries.get('DescendantFonts'))[0]);
  const widths = isKind(descendant, 'dictionary') ? readCidWidths(file, descendant) : new Map<number, number>();
  const standard = isKind(descendant, 'dictionary') ? toNumber(file.get(descendant, 'DW'), 1000) : 1000;
  return { codeBytes: 2, widthOf: (code) => widths.get(code) ?? standard };
}

/** `W`: either `first [w w w]` or `first last w`. */
function readCidWidths(file: PdfFile, descendant: PdfDictionary): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const items = file.array(descendant.entries.get('W')).map((item) => file.resolve(item));
  for (let at = 0; at + 1 < items.length; ) {
    const [first, second, third] = [toNumber(items[at], 0), items[at + 1] ?? null, items[at + 2]];
    if (isKind(second, 'array')) {
      for (const [index, width] of second.items.entries()) widths.set(first + index, toNumber(width, 1000));
      at += 2;
    } else {
      const last = Math.min(toNumber(second, first), first + 65_535);
      for (let code = first; code <= last; code += 1) widths.set(code, toNumber(third, 1000));
      at += 3;
    }
  }
  return widths;
}

function toNumber(value: PdfValue | undefined, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

function matrixOf(values: readonly PdfValue[]): Matrix {
  const [a, b, c, d, e, f] = values.slice(-6).map((value) => toNumber(value, 0));
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}

function multiply(left: Matrix, right: Matrix): Matrix {
  return [
    left[0] * right[0] + left[1] * right[2],
    left[0] * right[1] + left[1] * right[3],
    left[2] * right[0] + left[3] * right[2],
    left[2] * right[1] + left[3] * right[3],
    left[4] * right[0] + left[5] * right[2] + right[4],
    left[4] * right[1] + left[5] * right[3] + right[5],
  ];
}

function boundsOf(matrix: Matrix, [left, bottom, right, top]: Area): Area {
  const corners = [[left, bottom], [right, bottom], [left, top], [right, top]] as const;
  const xs = corners.map(([x, y]) => x * matrix[0] + y * matrix[2] + matrix[4]);
  const ys = corners.map(([x, y]) => x * matrix[1] + y * matrix[3] + matrix[5]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
