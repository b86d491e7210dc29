/**
 * The cycles among contracts that name one another as parent: each as the numbers in it, in the order of the chain.
 * `parentByNumber` holds only the rows that name a parent, so memory stays with the numbers of the file.
 */
export function findCycles(parentByNumber: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  const settled = new Set<string>();
  const cycles: string[][] = [];
  for (const start of parentByNumber.keys()) {
    const path: string[] = [];
    const placeInPath = new Map<string, number>();
    let at: string | undefined = start;
    while (at !== undefined && !settled.has(at) && !placeInPath.has(at)) {
      placeInPath.set(at, path.length);
      path.push(at);
      at = parentByNumber.get(at);
    }
    const from = at === undefined ? undefined : placeInPath.get(at);
    if (from !== undefined) cycles.push(path.slice(from));
    for (const number of path) settled.add(number);
  }
  return cycles;
}
