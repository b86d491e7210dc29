import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import type { ObligationId } from '../fulfilment/due-rules.ts';
import type { DeliverableId } from '../fulfilment/model.ts';
import type { SheetObligation, SheetState } from './model.ts';

/** A fingerprint as people read it out: ten groups of four, the first 160 bits of its SHA-256. */
export function fingerprintGroups(fingerprint: string): readonly string[] {
  return fingerprint.slice(0, 40).toUpperCase().match(/.{4}/g) ?? [];
}

/** Whether what the other side read out are the last two groups of a fingerprint; spaces, dashes and case don't matter. */
export function isSpokenEnd(fingerprint: string, spoken: string): boolean {
  const heard = spoken.toUpperCase().replace(/[^0-9A-F]/g, '');
  return heard.length === 8 && fingerprintGroups(fingerprint).join('').endsWith(heard);
}

/** How far an obligation was when it was packed. */
export function stateOf({ id, status, metOn, deliverables }: SheetObligation): SheetState {
  return { id, status, on: metOn, metOn, reason: '', deliverables: deliverables.map(({ id: part, delivered, accepted, acceptedOn }) => ({ id: part, delivered, accepted, acceptedOn })) };
}

/**
 * What comparing three states of a field gives. `take`: only the other side changed it; `keep`: only we did; `same`: both
 * alike; `conflict`: both, and differently, so that a person decides.
 */
export const verdicts = ['take', 'keep', 'same', 'conflict'] as const;
export type Verdict = (typeof verdicts)[number];

/** Compares what was sent, what we have now and what came back; equal texts are equal values. Null: nobody changed anything. */
export function compareField(base: string, ours: string, theirs: string): Verdict | null {
  if (ours === theirs) return ours === base ? null : 'same';
  if (theirs === base) return 'keep';
  return ours === base ? 'take' : 'conflict';
}

const quantities = z.object({ delivered: z.number(), accepted: z.number(), acceptedOn: z.string().nullable() }).readonly();
const step = z.object({ status: z.string(), metOn: z.string().nullable() }).readonly();
/** A field's value in one of the three states. */
export const fieldValueSchema = z.union([step, quantities]);
export type FieldValue = z.infer<typeof fieldValueSchema>;

export interface FieldChange {
  /** Names the field among all of a pack: an obligation, or a deliverable of one. */
  readonly key: string;
  readonly obligationId: ObligationId;
  readonly deliverableId: DeliverableId | null;
  readonly base: FieldValue;
  readonly ours: FieldValue;
  readonly theirs: FieldValue;
  readonly verdict: Verdict;
}

/**
 * Every field that somebody changed since a pack was sent. Obligations and deliverables that one of the three doesn't
 * know are left out: what we deleted is not brought back, and nothing that we never sent is taken.
 */
export function compareStates(base: readonly SheetState[], ours: readonly SheetState[], theirs: readonly SheetState[]): readonly FieldChange[] {
  const oursById = new Map(ours.map((one) => [one.id, one]));
  const theirsById = new Map(theirs.map((one) => [one.id, one]));
  return base.flatMap((sent) => {
    const [present, returned] = [oursById.get(sent.id), theirsById.get(sent.id)];
    return present === undefined || returned === undefined ? [] : [...fieldsOf(sent, present, returned)];
  });
}

function* fieldsOf(base: SheetState, ours: SheetState, theirs: SheetState): Generator<FieldChange> {
  yield* changeOf(base.id, base.id, null, stepOf(base), stepOf(ours), stepOf(theirs));
  for (const sent of base.deliverables) {
    const [present, returned] = [ours, theirs].map((one) => one.deliverables.find(({ id }) => id === sent.id));
    if (present === undefined || returned === undefined) continue;
    yield* changeOf(`${base.id}/${sent.id}`, base.id, sent.id, countsOf(sent), countsOf(present), countsOf(returned));
  }
}

function* changeOf(key: string, obligationId: ObligationId, deliverableId: DeliverableId | null, base: FieldValue, ours: FieldValue, theirs: FieldValue): Generator<FieldChange> {
  const verdict = compareField(JSON.stringify(base), JSON.stringify(ours), JSON.stringify(theirs));
  if (verdict !== null) yield { key, obligationId, deliverableId, base, ours, theirs, verdict };
}

function stepOf({ status, metOn }: SheetState): FieldValue {
  return { status, metOn };
}

function countsOf({ delivered, accepted, acceptedOn }: { readonly delivered: number; readonly accepted: number; readonly acceptedOn: Day | null }): FieldValue {
  return { delivered, accepted, acceptedOn };
}

export const sides = ['ours', 'theirs'] as const;
export type Side = (typeof sides)[number];

/** Which side a change takes: what the person decided, else the only side that changed it. Null: a conflict that nobody decided. */
export function sideOf({ key, verdict }: Pick<FieldChange, 'key' | 'verdict'>, decided: Readonly<Record<string, Side>>): Side | null {
  const chosen = Object.hasOwn(decided, key) ? decided[key] : undefined;
  if (verdict === 'same' || verdict === 'keep') return 'ours';
  if (chosen !== undefined) return chosen;
  return verdict === 'take' ? 'theirs' : null;
}
