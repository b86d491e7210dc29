// Writes src-main/db/characters-in-order.json: the characters in the order in which Chinese names are sorted, as the ICU of
// the Node that runs this has it. Run it by hand: vaults keep keys that are made from this file, so a changed file needs a
// migration that empties them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const { compare } = new Intl.Collator('zh', { sensitivity: 'base' });
const isUniform = (character) => character.normalize('NFKC') === character;
// Each counts as several others, and nobody has them in a name.
const compound = new Set('〱〲〳〴〵⅍ʧʨꭧ');
const characters = Array.from({ length: 0x3_3480 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .filter((character) => isUniform(character) && !compound.has(character));

const han = /^(?=\p{Script=Han})[\p{L}\p{N}]$/u;
// The last character that is sorted by a reading; what is behind it is sorted by its shape.
const lastReading = '\u5497';

/** Han characters by their reading; of those that have none here, the ones of the basic plane. */
function hanInOrder() {
  const all = characters.filter((character) => han.test(character) && compare(character, '9') > 0).sort(compare);
  const behind = all.indexOf(lastReading) + 1;
  return all.filter((character, at) => at < behind || character.length === 1);
}

/** Signs and the letters of other scripts, those together that differ in case or accents alone. */
function groupsInOrder() {
  const covered = /^(?=[\p{Script=Common}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}])[\p{L}\p{N}\p{P}\p{S}\p{Zs}]$/u;
  const groups = [];
  for (const character of characters.filter((one) => one < '\ud800' && (han.test(one) ? compare(one, '9') < 0 : covered.test(one) && compare(one, '') !== 0)).sort(compare)) {
    const group = groups.at(-1);
    if (group !== undefined && compare(group[0], character) === 0) group.push(character);
    else groups.push([character]);
  }
  return groups.map((group) => group.join(''));
}

/** Letters that stand for two, such as æ. */
function pairs(groups) {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const twos = letters.flatMap((one) => letters.map((other) => one + other));
  return Object.fromEntries(groups.filter((group) => /^\p{Script=Latin}/u.test(group)).flatMap((group) => {
    const [letter] = group;
    const two = twos.find((one) => compare(one, letter) === 0);
    return two === undefined ? [] : [...group].map((one) => [one, two]);
  }));
}

/** Words of which the first character has another reading in them, all that the ICU knows, with the last character before them. */
function readAsWords(inOrder) {
  return Object.fromEntries(['沈阳', '藏文', '重庆'].map((word) => [word, inOrder.findLast((character) => compare(character, word) < 0)]));
}

const inOrder = hanInOrder();
const groups = groupsInOrder();
const doubled = pairs(groups);
const single = groups.filter((group) => !([...group][0] in doubled));
const isBehindHan = (group) => compare([...group][0], inOrder.at(-1)) > 0;
const isBehindHangul = (group) => compare([...group][0], '\ud7a3') > 0;
const lines = (texts, width) => {
  const rows = [];
  let row = '';
  for (const text of texts) {
    if (row.length + text.length > width) {
      rows.push(row);
      row = '';
    }
    row += text;
  }
  return [...rows, row];
};
const data = {
  beforeHan: single.filter((group) => !isBehindHan(group)),
  han: lines(inOrder, 110),
  behindHan: single.filter((group) => isBehindHan(group) && !isBehindHangul(group)),
  behindHangul: single.filter(isBehindHangul),
  pairs: doubled,
  words: readAsWords(inOrder),
};
const packed = (list) => `[\n${lines(list.map((one, at) => `${JSON.stringify(one)}${at === list.length - 1 ? '' : ','}`), 110).map((row) => `    ${row}`).join('\n')}\n  ]`;
writeFileSync(
  join(import.meta.dirname, '../src-main/db/characters-in-order.json'),
  `{\n${['beforeHan', 'han', 'behindHan', 'behindHangul'].map((name) => `  "${name}": ${packed(data[name])},\n`).join('')}  "pairs": ${JSON.stringify(doubled)},\n  "words": ${JSON.stringify(data.words)}\n}\n`,
);
console.log(`ICU ${process.versions.icu}: ${data.han.join('').length} Han, ${data.beforeHan.length} groups before them, ${data.behindHan.length + data.behindHangul.length} behind`);
