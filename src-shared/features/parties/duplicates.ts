import type { PartyId } from './model.ts';
import { normaliseUscc, usccProblem } from './rules.ts';
import { comparableOf, likenessOf, type ComparableParty, type NamedParty } from './similar.ts';

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

/** At most so many that begin or end alike are compared with one: ten thousand branches of a bank must not stop the page. */
const mostCompared = 100;

/**
 * Groups of parties that may be one, the surest first. A pair that was declared not the same holds nobody together;
 * `isDistinct` says so of two ids. Whoever has another credit code is another party (see `likenessOf`), unless the
 * organisation's own code in it is the same.
 */
export function findDuplicates(parties: readonly KnownAs[], isDistinct: (one: PartyId, other: PartyId) => boolean): readonly DuplicateGroup[] {
  const leaders = new Map<PartyId, PartyId>();
  const leaderOf = (id: PartyId): PartyId => {
    const leader = leaders.get(id) ?? id;
    return leader === id ? id : leaderOf(leader);
  };
  const found: { readonly id: PartyId; readonly reason: DuplicateReason }[] = [];
  for (const [one, other] of candidates(parties.map(partyToCompare))) {
    const reason = reasonOf(one, other);
    if (reason === null || isDistinct(one.id, other.id)) continue;
    leaders.set(leaderOf(other.id), leaderOf(one.id));
    found.push({ id: one.id, reason });
  }
  const members = Map.groupBy(parties, ({ id }) => leaderOf(id));
  const reasons = Map.groupBy(found, ({ id }) => leaderOf(id));
  const rank = ({ reason }: DuplicateGroup): number => duplicateReasons.indexOf(reason);
  return [...reasons]
    .map(([leader, of]): DuplicateGroup => ({
      reason: duplicateReasons.find((reason) => of.some((each) => each.reason === reason)) ?? 'near',
      ids: (members.get(leader) ?? []).map(({ id }) => id),
    }))
    .sort((one, other) => rank(one) - rank(other));
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

/** What is worth comparing: parties that share a code or a name's key, or whose names begin or end alike. */
function* candidates(parties: readonly PartyToCompare[]): Generator<readonly [PartyToCompare, PartyToCompare]> {
  const byMark = new Map<string, PartyToCompare[]>();
  for (const party of parties) {
    for (const mark of marksOf(party)) {
      const alike = byMark.get(mark);
      if (alike === undefined) byMark.set(mark, [party]);
      else {
        for (const other of alike.slice(-mostCompared)) yield [other, party];
        alike.push(party);
      }
    }
  }
}

function marksOf({ organisation, plain, keys }: PartyToCompare): ReadonlySet<string> {
  return new Set([
    ...(organisation === null ? [] : [`code ${organisation}`]),
    ...plain.map((name) => `name ${name}`),
    ...keys.flatMap((key) => [`key ${key}`, ...(key.length < shortest ? [] : [`from ${key.slice(0, 4)}`, `to ${key.slice(-3)}`])]),
  ]);
}

/** Shorter keys must be equal (`similarKeys`); one of seven letters may meet one of eight. */
const shortest = 7;

/**
 * The nine characters of a credit code that name the organisation itself (主体标识码, GB 32100-2015, 4.2): they stay where a
 * code was given anew, as after a move to another authority. Null without a valid code.
 */
function organisationOf(uscc: string): string | null {
  return uscc === '' || usccProblem(uscc) !== null ? null : uscc.slice(8, 17);
}
