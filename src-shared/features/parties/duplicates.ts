import { figuresOf, slippedKeys } from '../imports/similar-names.ts';
import type { PartyId } from './model.ts';
import { normaliseUscc, usccProblem } from './rules.ts';
import { comparableOf, endLength, haveOtherCodes, likenessOf, startLength, type ComparableParty, type NamedParty } from './similar.ts';

/**
 * Why two parties may be one: by the credit code, or the organisation's own code within it (`uscc`), by an equal name
 * (`same`), or by one nearly equal (`near`).
 */
export const duplicateReasons = ['uscc', 'same', 'near'] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

export interface KnownAs extends NamedParty {
  readonly id: PartyId;
}

/** Parties that may be one, with the strongest reason among them. */
export interface DuplicateGroup {
  readonly reason: DuplicateReason;
  readonly ids: readonly PartyId[];
}

/** At most so many of those alike in a mark are compared with one: ten thousand branches of a bank must not take minutes. */
const mostCompared = 100;
const toldEvery = 4_096;

/**
 * Groups of parties that may be one, the surest first, and of the same reason in the order of the parties. A pair that was
 * declared not the same holds nobody together; `isDistinct` says so of two ids. Whoever has another credit code is another
 * party (see `likenessOf`), unless the organisation's own code in it is the same. `tell`: how far it is, from 0 to 1.
 */
export function findDuplicates(
  parties: readonly KnownAs[],
  isDistinct: (one: PartyId, other: PartyId) => boolean,
  tell: (fraction: number) => void = () => undefined,
): readonly DuplicateGroup[] {
  const compared = parties.map(partyToCompare);
  const groups = createGroups(parties.length);
  const join = (at: number, other: number, reasonOf: (one: PartyToCompare, other: PartyToCompare) => DuplicateReason | null): void => {
    const [one, two] = [compared[at], compared[other]];
    if (one === undefined || two === undefined || groups.areOne(at, other)) return;
    const reason = reasonOf(one, two);
    if (reason !== null && !isDistinct(one.id, two.id)) groups.join(at, other, reason);
  };
  // The surest first: parties that are in one group already need no comparing for a weaker reason.
  const sure = [...sharing(compared, codesOf), ...sharing(compared, plainOf), ...sharing(compared, keysOf)];
  for (const alike of sure) {
    for (const [place, at] of alike.entries()) {
      for (let before = place - 1; before >= Math.max(0, place - mostCompared); before -= 1) join(at, alike[before] ?? at, reasonOf);
    }
  }
  const names = compared.flatMap(({ keys }, party) => keys.filter((key) => key.length >= shortest).map((key): LongName => ({ party, key, figures: figuresOf(key) })));
  const orders = [names.map(fromItsStart), names.map(fromItsEnd)];
  for (const [round, order] of orders.entries()) {
    const sorted = order.sort((one, other) => (one.sortedBy < other.sortedBy ? -1 : Number(one.sortedBy > other.sortedBy)));
    for (const [place, { name, mark }] of sorted.entries()) {
      if (place % toldEvery === 0) tell((round + place / sorted.length) / orders.length);
      for (let before = place - 1; before >= Math.max(0, place - mostCompared); before -= 1) {
        const other = sorted[before];
        if (other === undefined || other.mark !== mark) break;
        join(name.party, other.name.party, (one, two) => (!haveOtherCodes(one, two) && slippedKeys(name.key, other.name.key) ? 'near' : null));
      }
    }
  }
  return groups.list().map(({ reason, members }) => ({ reason, ids: members.flatMap((at) => parties[at]?.id ?? []) }));
}

interface PartyToCompare extends ComparableParty {
  readonly id: PartyId;
  /** Null without a valid credit code. */
  readonly organisation: string | null;
}

function partyToCompare(party: KnownAs): PartyToCompare {
  const uscc = normaliseUscc(party.uscc);
  return { id: party.id, ...comparableOf({ ...party, uscc }), organisation: organisationOf(uscc) };
}

function reasonOf(one: PartyToCompare, other: PartyToCompare): DuplicateReason | null {
  return one.organisation !== null && one.organisation === other.organisation ? 'uscc' : likenessOf(one, other);
}

const codesOf = ({ organisation }: PartyToCompare): readonly string[] => (organisation === null ? [] : [organisation]);
const plainOf = ({ plain }: PartyToCompare): readonly string[] => plain;
const keysOf = ({ keys }: PartyToCompare): readonly string[] => keys;

/** The places of parties that share one of their marks, two of them or more. */
function sharing(parties: readonly PartyToCompare[], marksOf: (party: PartyToCompare) => readonly string[]): readonly (readonly number[])[] {
  const byMark = new Map<string, number[]>();
  for (const [at, party] of parties.entries()) {
    for (const mark of new Set(marksOf(party))) {
      const alike = byMark.get(mark);
      if (alike === undefined) byMark.set(mark, [at]);
      else alike.push(at);
    }
  }
  return [...byMark.values()].filter(({ length }) => length > 1);
}

/** Shorter keys must be equal (`similarKeys`); one of seven letters may meet one of eight. */
const shortest = 7;

interface LongName {
  readonly party: number;
  readonly key: string;
  readonly figures: string;
}

/** A name in an order in which those that one slip keeps apart stand near each other: behind its start, or before its end. */
interface OrderedName {
  readonly name: LongName;
  readonly sortedBy: string;
  /** Only names of one mark may be near: the same figures, and the same start or end. */
  readonly mark: string;
}

function fromItsStart(name: LongName): OrderedName {
  return { name, sortedBy: `${name.figures} ${name.key}`, mark: `${name.figures} ${name.key.slice(0, startLength)}` };
}

function fromItsEnd(name: LongName): OrderedName {
  const backwards = name.key.split('').reverse().join('');
  return { name, sortedBy: `${name.figures} ${backwards}`, mark: `${name.figures} ${backwards.slice(0, endLength)}` };
}

interface Groups {
  areOne(at: number, other: number): boolean;
  /** Makes one group of two; it keeps the stronger of their reasons and of this one. */
  join(at: number, other: number, reason: DuplicateReason): void;
  /** Groups of two and more, the strongest reason first, then in the order of their first members. */
  list(): readonly { readonly reason: DuplicateReason; readonly members: readonly number[] }[];
}

/** Groups of so many numbers, each alone at first. */
function createGroups(count: number): Groups {
  const leaders = Int32Array.from({ length: count }, (_, at) => at);
  const ranks = new Int8Array(count).fill(duplicateReasons.length);
  const rankOf = (at: number): number => ranks[at] ?? duplicateReasons.length;

  function leaderOf(at: number): number {
    let leader = leaders[at] ?? at;
    for (let next = leaders[leader] ?? leader; next !== leader; next = leaders[leader] ?? leader) leader = next;
    leaders[at] = leader;
    return leader;
  }

  return {
    areOne: (at, other) => leaderOf(at) === leaderOf(other),
    join: (at, other, reason) => {
      const [leader, follower] = [leaderOf(at), leaderOf(other)].sort((a, b) => a - b) as [number, number];
      leaders[follower] = leader;
      ranks[leader] = Math.min(rankOf(leader), rankOf(follower), duplicateReasons.indexOf(reason));
    },
    list: () => {
      const members = Map.groupBy(leaders.keys(), leaderOf);
      const joined = [...members].filter(([, { length }]) => length > 1).sort(([one], [other]) => rankOf(one) - rankOf(other) || one - other);
      return joined.map(([leader, of]) => ({ reason: duplicateReasons[rankOf(leader)] ?? 'near', members: of }));
    },
  };
}

/**
 * The nine characters of a credit code that name the organisation itself (主体标识码, GB 32100-2015, 4.2): they stay where a
 * code was given anew, as after a move to another authority. Null without a valid code.
 */
function organisationOf(uscc: string): string | null {
  return uscc === '' || usccProblem(uscc) !== null ? null : uscc.slice(8, 17);
}
