/** What was made of a row of things, thing by thing. */
export interface Kept<Thing, Made> {
  readonly of: readonly Thing[];
  readonly made: readonly Made[];
}

export interface Making<Thing, Made> {
  readonly isSame: (one: Thing, other: Thing) => boolean;
  /** What a thing is looked up by: the same for things that are the same. */
  readonly keyOf: (thing: Thing) => unknown;
  /** Also given the place of the thing in its row. */
  readonly make: (thing: Thing, place: number) => Made;
}

/**
 * What is made of each of a row of things, taken from the row before where that had the same thing. Of a text that is
 * being typed all things but one are as before and stand at the row's two ends: those are only held against each other,
 * and what is left between them is looked up.
 */
export function keptOrMade<Thing, Made>(of: readonly Thing[], before: Kept<Thing, Made> | undefined, { isSame, keyOf, make }: Making<Thing, Made>): Kept<Thing, Made> {
  if (before === undefined) return { of, made: of.map((thing, place) => make(thing, place)) };
  const most = Math.min(of.length, before.of.length);
  const isSameAt = (place: number, placeBefore: number) => isSame(of[place] as Thing, before.of[placeBefore] as Thing);
  let head = 0;
  while (head < most && isSameAt(head, head)) head += 1;
  let tail = 0;
  while (tail < most - head && isSameAt(of.length - 1 - tail, before.of.length - 1 - tail)) tail += 1;
  const known = new Map<unknown, number[]>();
  for (let place = head; place < before.of.length - tail; place += 1) {
    const key = keyOf(before.of[place] as Thing);
    const places = known.get(key);
    if (places === undefined) known.set(key, [place]);
    else places.push(place);
  }
  const between = of.slice(head, of.length - tail).map((thing, index) => {
    const place = known.get(keyOf(thing))?.find((one) => isSame(thing, before.of[one] as Thing));
    return place === undefined ? make(thing, head + index) : (before.made[place] as Made);
  });
  return { of, made: before.made.slice(0, head).concat(between, before.made.slice(before.made.length - tail)) };
}
