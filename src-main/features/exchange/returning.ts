import type { PackPreview, ShownChange } from '#shared/features/exchange/ipc.ts';
import { sheetEvidenceSchema, sheetStateSchema, type SheetEvidence, type SheetState, type WorkReturnContent } from '#shared/features/exchange/model.ts';
import { compareStates, sideOf, stateOf, type FieldChange, type Side } from '#shared/features/exchange/rules.ts';
import type { ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import type { DeliverableId } from '#shared/features/fulfilment/model.ts';
import type { ObligationRefusal } from '#shared/features/fulfilment/rules.ts';
import type { ObligationStatus } from '#shared/features/fulfilment/model.ts';
import type { PickId } from '#shared/features/vault/model.ts';
import { assert } from '#shared/kernel/assert.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Day } from '#shared/kernel/day.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { sha256 } from '../../crypto/digest.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock } from '../../ports.ts';
import type { RecordChange, Session } from '../../vault/session.ts';
import { sheetObligation, type Contents } from './contents.ts';
import type { OpenError, PackReader, ReadPack } from './opening.ts';
import { contractsSent, findTexts, insertKnownEvidence, insertSeen, isEvidenceKnown, saveTexts, setAnswered } from './pack-queries.ts';

interface Step {
  readonly id: ObligationId;
  readonly to: ObligationStatus;
  readonly on: Day;
  readonly reason: string;
}

/** What the fulfilment does for work that comes back, each within the transaction of the merge. */
export interface MergeInto {
  readonly checkMove: (db: Readable, step: Step, moreEvidence: number) => Result<null, ObligationRefusal | 'NOT_FOUND'>;
  readonly move: (session: Session, db: Writable, note: RecordChange, step: Step) => Result<null, ObligationRefusal | 'NOT_FOUND'>;
  readonly count: (db: Writable, note: RecordChange, obligationId: ObligationId, id: DeliverableId, counted: { readonly delivered: number; readonly accepted: number; readonly acceptedOn: Day | null }) => void;
  readonly addEvidence: (session: Session, db: Writable, note: RecordChange, evidence: Pick<SheetEvidence, 'obligationId' | 'kind' | 'words' | 'takenAt' | 'place' | 'name'> & { readonly bytes: Uint8Array | null }) => string | undefined;
}

export interface ReturningParts {
  readonly clock: Clock;
  readonly reader: PackReader;
  readonly contents: Contents;
  readonly merging: MergeInto;
}

type MergeError = OpenError | 'CONFLICT_UNDECIDED' | 'CHANGED_MEANWHILE' | 'MERGE_REFUSED' | 'TICKING_FORBIDDEN';
type Preview = Extract<PackPreview, { kind: 'workReturn' }>;

/** Work that comes back: compared field by field with what was sent and what we have now, decided, and taken as one. */
export function createReturning({ clock, reader, contents, merging }: ReturningParts) {
  function preview(call: Call, pack: ReadPack): Preview {
    const content = returned(pack);
    const { changes, titles } = compare(call, pack, content);
    return {
      kind: 'workReturn',
      packId: pack.manifest.packId,
      contactName: pack.contact.name,
      createdAt: pack.manifest.createdAt,
      message: content.message,
      stamp: stampOf(changes),
      changes,
      evidence: content.evidence.flatMap((one) => {
        const obligationTitle = titles.get(one.obligationId);
        return obligationTitle === undefined ? [] : [{ ...one, obligationTitle, isNew: !isEvidenceKnown(call.db, one.id) }];
      }),
    };
  }

  async function merge(call: Call, pickId: PickId, stamp: string, decisions: Readonly<Record<string, Side>>): Promise<Result<{ changes: number; evidence: number }, MergeError>> {
    // What is merged is ticked off here, by whoever merges it.
    if (!call.session.permissions.has('fulfilment.tick')) return fail('TICKING_FORBIDDEN');
    const read = await reader.read(call, pickId);
    if (!read.ok) return read;
    const pack = read.value;
    if (pack.content.kind !== 'workReturn') return fail('PACK_NOT_ASKED_FOR');
    const content = pack.content;
    return call.write<{ changes: number; evidence: number }, MergeError>((db, note) => {
      const { changes, titles } = compare({ ...call, db }, pack, content);
      if (stampOf(changes) !== stamp) return fail('CHANGED_MEANWHILE');
      const undecided = changes.find((change) => sideOf(change, decisions) === null);
      if (undecided !== undefined) return fail('CONFLICT_UNDECIDED', { title: undecided.obligationTitle });
      // Proofs first: a step may ask for one.
      let evidence = 0;
      for (const one of content.evidence) {
        if (!titles.has(one.obligationId) || isEvidenceKnown(db, one.id)) continue;
        const bytes = one.kind === 'note' ? null : (pack.parts.get(`evidence/${one.id}`) ?? null);
        const words = one.kind === 'note' ? `${pack.contact.name}: ${one.words}` : one.words;
        const id = merging.addEvidence(call.session, db, note, { ...one, words, bytes });
        if (id === undefined) continue;
        insertKnownEvidence(db, one.id, pack.manifest.packId, id);
        evidence += 1;
      }
      const taken = changes.filter((change) => sideOf(change, decisions) === 'theirs');
      for (const change of taken) {
        const refused = take(call.session, db, note, change, content, titles);
        if (refused !== null) return refused;
      }
      settle(db, note, pack, content, { changes: taken.length, evidence });
      return succeed({ changes: taken.length, evidence });
    });
  }

  /** What the answer says is what the next one is compared with; proofs stay known by their ids. */
  function settle(db: Writable, note: RecordChange, { manifest, contact }: ReadPack, content: WorkReturnContent, counts: Readonly<Record<string, number>>): void {
    const { replyTo, packId, kind, sequence } = manifest;
    assert(replyTo !== null, 'an answer answers something');
    const sent = findTexts(db, replyTo);
    assert(sent !== undefined, 'what was sent has its states');
    const returnedById = new Map(content.states.map((one) => [one.id, one]));
    const states = statesOf(sent.states).map((one) => returnedById.get(one.id) ?? one);
    saveTexts(db, replyTo, { ...sent, states: JSON.stringify(states) });
    setAnswered(db, replyTo, sequence, clock.now());
    insertSeen(db, packId, kind, contact.id, clock.now());
    note('exchangePack', packId, { kind, contact: contact.id, replyTo, ...counts });
  }

  function take(session: Session, db: Writable, note: RecordChange, { obligationId, deliverableId, theirs }: FieldChange, content: WorkReturnContent, titles: ReadonlyMap<ObligationId, string>): Result<never, 'MERGE_REFUSED'> | null {
    const state = content.states.find(({ id }) => id === obligationId);
    if (state === undefined) return null;
    const title = titles.get(obligationId) ?? '';
    if (deliverableId !== null && 'delivered' in theirs) {
      if (theirs.accepted > theirs.delivered) return fail('MERGE_REFUSED', { title });
      merging.count(db, note, obligationId, deliverableId, { delivered: theirs.delivered, accepted: theirs.accepted, acceptedOn: theirs.acceptedOn as Day | null });
      return null;
    }
    const moved = merging.move(session, db, note, stepOf(state));
    return moved.ok ? null : fail('MERGE_REFUSED', { title });
  }

  function compare(call: Pick<Call, 'session' | 'db'>, { manifest }: ReadPack, content: WorkReturnContent): { readonly changes: readonly ShownChange[]; readonly titles: ReadonlyMap<ObligationId, string> } {
    const { replyTo } = manifest;
    assert(replyTo !== null, 'an answer answers something');
    const base = statesOf(findTexts(call.db, replyTo)?.states ?? '[]');
    const contracts = contractsSent(call.db, replyTo);
    const present = contracts.flatMap(({ id, number }) => contents.obligationsOf(call as Call, [id]).map((one) => ({ number, obligation: one, sheet: sheetObligation(one) })));
    const presentById = new Map(present.map((one) => [one.obligation.id, one]));
    const sent = new Set(base.map(({ id }) => id));
    const titles = new Map(present.filter(({ obligation }) => sent.has(obligation.id)).map(({ obligation }) => [obligation.id, obligation.title]));
    const changes = compareStates(base, present.map(({ sheet }) => stateOf(sheet)), content.states).map((change): ShownChange => {
      const found = presentById.get(change.obligationId);
      const state = content.states.find(({ id }) => id === change.obligationId);
      const proofs = content.evidence.filter((one) => one.obligationId === change.obligationId && !isEvidenceKnown(call.db, one.id)).length;
      return {
        ...change,
        contractNumber: found?.number ?? '',
        obligationTitle: found?.obligation.title ?? '',
        deliverableName: found?.obligation.deliverables.find(({ id }) => id === change.deliverableId)?.name ?? '',
        reason: change.deliverableId === null ? (state?.reason ?? '') : '',
        refusal: refusalOf(call.db, change, state, proofs),
      };
    });
    return { changes, titles };
  }

  function refusalOf(db: Readable, { verdict, theirs, deliverableId }: FieldChange, state: SheetState | undefined, proofs: number): ShownChange['refusal'] {
    if (verdict === 'same' || verdict === 'keep' || state === undefined) return null;
    if (deliverableId !== null) return 'delivered' in theirs && theirs.accepted > theirs.delivered ? 'MORE_ACCEPTED' : null;
    const allowed = merging.checkMove(db, stepOf(state), proofs);
    return allowed.ok || allowed.error.code === 'NOT_FOUND' ? null : allowed.error.code;
  }

  function stepOf({ id, status, on, reason }: SheetState): Step {
    return { id, to: status, on: on ?? dayOn(clock), reason };
  }

  return { preview, merge };
}

function returned({ content }: ReadPack): WorkReturnContent {
  assert(content.kind === 'workReturn', 'work that came back');
  return content;
}

export function statesOf(text: string): readonly SheetState[] {
  return sheetStateSchema.array().parse(JSON.parse(text));
}

export function evidenceOf(text: string): readonly SheetEvidence[] {
  return sheetEvidenceSchema.array().parse(JSON.parse(text));
}

function stampOf(changes: readonly ShownChange[]): string {
  return sha256(canonicalJson(changes.map(({ key, base, ours, theirs }) => ({ key, base, ours, theirs }))));
}
