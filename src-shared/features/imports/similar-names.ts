/**
 * True when two company names probably mean the same one: equal once legal form, brackets, width, case and spaces are
 * left out, or apart by at most one character in eight. Short names must be equal: 华为 and 华美 are different firms.
 */
export function similarNames(nameA: string, nameB: string): boolean {
  return similarKeys(companyKey(nameA), companyKey(nameB));
}

/** The same of names whose keys are known already. */
export function similarKeys(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  if (a === b) return true;
  return figuresOf(a) === figuresOf(b) && slippedKeys(a, b);
}

/** Whether keys with the same figures are apart by no more than slips: one character in eight. */
export function slippedKeys(a: string, b: string): boolean {
  const allowed = Math.floor(Math.max(a.length, b.length) / 8);
  return allowed > 0 && distanceWithin(a, b, allowed);
}

/** What is left of a company's name without its legal form: the key by which equal names meet. */
export function companyKey(name: string): string {
  const plain = name.slice(0, 300).normalize('NFKC').toLowerCase();
  const words = plain.replace(/\b(?:co|company|corp|corporation|inc|incorporated|ltd|limited|llc|llp|plc|gmbh|ag|sa|bv|pte|pty|the)\b\.?/g, ' ');
  return words.replace(/[^\p{L}\p{N}]/gu, '').replace(/(?:集团)?(?:股份)?(?:有限)?(?:责任)?公司$/u, '');
}

/** The figures of a name. Names that differ in them are branches or numbered plants, not slips. */
export function figuresOf(name: string): string {
  return name.replace(/[^\d一二三四五六七八九十]/gu, '');
}

/** Levenshtein's distance, given up as soon as it must exceed the limit. What both begin and end with costs nothing. */
function distanceWithin(wholeA: string, wholeB: string, limit: number): boolean {
  if (Math.abs(wholeA.length - wholeB.length) > limit) return false;
  const shorter = Math.min(wholeA.length, wholeB.length);
  let from = 0;
  while (from < shorter && wholeA.charCodeAt(from) === wholeB.charCodeAt(from)) from += 1;
  let past = 0;
  while (past < shorter - from && wholeA.charCodeAt(wholeA.length - 1 - past) === wholeB.charCodeAt(wholeB.length - 1 - past)) past += 1;
  const [a, b] = [wholeA.slice(from, wholeA.length - past), wholeB.slice(from, wholeB.length - past)];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= b.length; column += 1) {
      const change = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const value = Math.min(change, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      current.push(value);
      best = Math.min(best, value);
    }
    if (best > limit) return false;
    previous = current;
  }
  return (previous[b.length] ?? limit + 1) <= limit;
}
