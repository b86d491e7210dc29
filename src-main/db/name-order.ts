import order from './characters-in-order.json' with { type: 'json' };

/** Where characters stand in keys, as codes. */
interface Places {
  /** By a character of the basic plane; 0: it isn't covered. A digit, of whichever script, stands for itself. */
  readonly byCode: Uint16Array;
  /** The same for characters of other planes, which names of people have. */
  readonly beyond: ReadonlyMap<string, number>;
  /** What a number of one digit begins with; one of two digits with the next. */
  readonly number: number;
  readonly rareHan: number;
  readonly hangul: number;
}

/** Below it there is nothing but digits, within a number. */
const first = 0x40;
const unknown = 0xfffd;
const [zero, nine] = [0x30, 0x39];
/** Behind whatever begins with the same character. */
const behindAll = '\uffff';
/** A number of more digits than these is compared piece by piece. */
const mostDigits = 64;

let known: Places | null = null;

/**
 * What a name is sorted by in lists that an index holds. Keys compared by their code points, as SQLite does, put names where
 * `Intl.Collator('zh', { numeric: true })` has them as far as more than case, width or accents tells them apart: signs, numbers as they
 * count, Han by pinyin (each with one reading but in a few words, such as 重庆), other scripts. The order is that of `characters-in-order.json`, so that a key is the same whatever
 * Unicode the runtime knows; characters that it doesn't have stand behind all others of their kind, by their codes.
 */
export function nameKey(name: string): string {
  known ??= readPlaces();
  let key = '';
  let digits = '';
  for (const character of readAsWords(name.normalize('NFKC'))) {
    const code = placeOf(character, known);
    const isDigit = code >= zero && code <= nine;
    if (digits !== '' && (!isDigit || digits.length === mostDigits)) {
      key += numberKey(digits, known);
      digits = '';
    }
    if (isDigit) digits += String.fromCharCode(code);
    else key += code === 0 ? strangeKey(character, known) : String.fromCharCode(code);
  }
  return digits === '' ? key : key + numberKey(digits, known);
}

/** The same for names of which many rows have one, which two names never share: equal ones are told apart by their characters. */
export function ownNameKey(name: string): string {
  return name === '' ? '' : `${nameKey(name)}\u0001${name}`;
}

function placeOf(character: string, { byCode, beyond }: Places): number {
  return (character.length === 1 ? byCode[character.charCodeAt(0)] : beyond.get(character)) ?? 0;
}

function numberKey(digits: string, { number }: Places): string {
  const counted = digits.replace(/^0+(?=.)/, '');
  return String.fromCharCode(number + counted.length - 1) + counted;
}

function strangeKey(character: string, places: Places): string {
  const before = words[character];
  if (before !== undefined) return String.fromCharCode(placeOf(before, places)) + behindAll;
  const two = pairs[character];
  if (two !== undefined) return [...two].map((letter) => String.fromCharCode(placeOf(letter, places))).join('');
  if (/[\p{M}\p{Cc}\p{Cf}\p{Cs}]/u.test(character)) return '';
  return String.fromCharCode(isHan.test(character) ? places.rareHan : isHangul.test(character) ? places.hangul : unknown) + character;
}

// By planes and blocks: a runtime may know fewer of their characters than another.
const isHan = /[\u{20000}-\u{3FFFF}]/u;
const isHangul = /[\u1100-\u11FF\uAC00-\uD7A3]/;

/** The characters of a name, but words that have a place of their own. */
function readAsWords(name: string): Iterable<string> {
  return anyWord.test(name) ? (name.match(pieces) ?? []) : name;
}

/** Each with the character behind which it stands. */
const words: Readonly<Partial<Record<string, string>>> = order.words;
const anyWord = new RegExp(Object.keys(order.words).join('|'), 'u');
const pieces = new RegExp(`${anyWord.source}|.`, 'gsu');

const pairs: Readonly<Partial<Record<string, string>>> = order.pairs;

function readPlaces(): Places {
  const byCode = new Uint16Array(0x1_0000);
  const beyond = new Map<string, number>();
  let next = first;
  let number = 0;
  const add = (groups: Iterable<string>): void => {
    for (const group of groups) {
      const digit = /[0-9]/.exec(group)?.[0];
      if (digit === '0') {
        number = next;
        next += mostDigits;
      }
      const code = digit?.charCodeAt(0) ?? next++;
      for (const character of group) {
        if (character.length === 1) byCode[character.charCodeAt(0)] = code;
        else beyond.set(character, code);
      }
    }
  };
  add(order.beforeHan);
  for (const line of order.han) add(line);
  const rareHan = next++;
  add(order.behindHan);
  const hangul = next++;
  add(order.behindHangul);
  return { byCode, beyond, number, rareHan, hangul };
}
