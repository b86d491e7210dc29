import { companyKey, similarNames } from './similar-names.ts';

/** A party that a name may mean: one of the vault, or one that an earlier row of the file brings. */
export interface KnownParty<Ref> {
  readonly ref: Ref;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Empty: not known. */
  readonly uscc: string;
}

export type NameMatch<Ref> =
  | { readonly by: 'uscc' | 'name' | 'similar'; readonly party: KnownParty<Ref> }
  | { readonly by: 'none' };

export interface KnownNames<Ref> {
  /** The party that a name and a credit code mean: by the code, else by the name, else by a name nearly like it. */
  find(name: string, uscc: string): NameMatch<Ref>;
  add(party: KnownParty<Ref>): void;
}

/** At most so many names are compared letter by letter with one: a list of ten thousand banks must not stop the import. */
const mostCompared = 200;

/**
 * Parties by code and name. Two with the same name and different codes are two. Nearly equal names are looked for among
 * those that begin or end alike, in which a slip of one character always leaves them.
 */
export function createKnownNames<Ref>(parties: Iterable<KnownParty<Ref>>): KnownNames<Ref> {
  const byUscc = new Map<string, KnownParty<Ref>>();
  const byKey = new Map<string, KnownParty<Ref>[]>();
  const byEnds = new Map<string, KnownParty<Ref>[]>();

  function add(party: KnownParty<Ref>): void {
    if (party.uscc !== '' && !byUscc.has(party.uscc)) byUscc.set(party.uscc, party);
    for (const name of [party.nameZh, party.nameEn]) {
      if (name === '') continue;
      push(byKey, keyOf(name), party);
      for (const end of endsOf(keyOf(name))) push(byEnds, end, party);
    }
  }

  function find(name: string, uscc: string): NameMatch<Ref> {
    const ofCode = uscc === '' ? undefined : byUscc.get(uscc);
    if (ofCode !== undefined) return { by: 'uscc', party: ofCode };
    const may = (party: KnownParty<Ref>): boolean => uscc === '' || party.uscc === '' || party.uscc === uscc;
    const key = keyOf(name);
    const same = byKey.get(key)?.find(may);
    if (same !== undefined) return { by: 'name', party: same };
    let compared = 0;
    for (const end of endsOf(key)) {
      for (const party of byEnds.get(end) ?? []) {
        if ((compared += 1) > mostCompared) return { by: 'none' };
        if (may(party) && isSimilar(name, party)) return { by: 'similar', party };
      }
    }
    return { by: 'none' };
  }

  for (const party of parties) add(party);
  return { find, add };
}

function keyOf(name: string): string {
  return companyKey(name) || name.trim().toLowerCase();
}

// Names of under eight characters must be equal (similarNames), so that they need no ends.
function endsOf(key: string): readonly string[] {
  return key.length < 7 ? [] : [`${key.slice(0, 4)}…`, `…${key.slice(-3)}`];
}

function isSimilar<Ref>(name: string, { nameZh, nameEn }: KnownParty<Ref>): boolean {
  return (nameZh !== '' && similarNames(name, nameZh)) || (nameEn !== '' && similarNames(name, nameEn));
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
