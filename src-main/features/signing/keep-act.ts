import type { Envelope, Evidence, SealId, Signer, TimestampState } from '#shared/features/signing/envelope-model.ts';
import { stateAfterSigning } from '#shared/features/signing/envelope-rules.ts';
import type { Drawing } from '#shared/features/signing/strokes.ts';
import { stampsBehind, type SignerStamp } from '#shared/features/signing/timestamp-rules.ts';
import { assert } from '#shared/kernel/assert.ts';
import { dayAt, type Day } from '#shared/kernel/day.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { storeAttachment } from '../../attachments/attachment-store.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { EnvelopeParts } from './envelope-parts.ts';
import { findEnvelope, insertEvidence, listSigners, markSigned, noteEnvelopeFile, setEnvelopeFile, setEnvelopeState, setScan, setTimestampState } from './envelope-queries.ts';
import { insertSealUse } from './seal-queries.ts';
import { shownEnvelope, type Standing } from './standing.ts';

/** An act of signing, with everything that is to be kept of it. */
export interface Act {
  readonly standing: Standing;
  /** Those who signed by it: one, or all whose ink is on the scanned paper. */
  readonly signers: readonly Signer[];
  readonly signedAt: number;
  /** The day on the paper; null: the day of `signedAt`. */
  readonly signedOn: Day | null;
  readonly evidence: Evidence | null;
  readonly evidenceSha256: string | null;
  readonly drawing: Drawing | null;
  readonly sealId: SealId | null;
  readonly certificate: { readonly subject: string; readonly fingerprint: string } | null;
  readonly timestampState: TimestampState;
  /** What the file says of the time stamps of those who signed before; null: what follows from this signature's own. */
  readonly shownStamps: readonly SignerStamp[] | null;
  /** The signed paper, as scanned. */
  readonly scan: Uint8Array | null;
  /** The signed file as it now is; null while nothing is sealed. */
  readonly file: { readonly pdf: Uint8Array; readonly sha256: string; readonly pageCount: number | null } | null;
}

/**
 * Keeps an act: the file, what was kept as evidence, who signed, and with the last of them the contract's own step to
 * `signed`, in one transaction. A file without its record, or a record without its file, can't come of it: the
 * encrypted file reaches the disk before the transaction ends, and is nothing until it has ended.
 */
export function keepAct(call: Call, act: Act, parts: EnvelopeParts): Result<Envelope, 'CHANGED_MEANWHILE' | 'NOT_FOUND'> {
  const { envelope, contract } = act.standing;
  const by = call.session.user.id;
  const kept = call.write<null, 'CHANGED_MEANWHILE' | 'NOT_FOUND'>((db, note) => {
    const present = findEnvelope(db, envelope.id);
    if (present?.state !== envelope.state || present.attachmentId !== envelope.attachmentId || present.scanId !== envelope.scanId) return fail('CHANGED_MEANWHILE');
    const read = parts.readContract(call, contract.summary.id);
    if (!read.ok) return read;
    if (read.value.versions[0]?.contentHash !== envelope.contentHash || read.value.summary.stage !== 'pending_signature') return fail('CHANGED_MEANWHILE');
    for (const signer of act.signers) {
      const changed = markSigned(db, signer.id, {
        signedAt: act.signedAt,
        recordedBy: by,
        certificateSubject: act.certificate?.subject ?? null,
        certificateFingerprint: act.certificate?.fingerprint ?? null,
        sealId: act.sealId,
        evidenceSha256: act.evidenceSha256,
        timestampState: act.timestampState,
      });
      if (changed === 0) return fail('CHANGED_MEANWHILE');
      if (act.evidence !== null) insertEvidence(db, signer.id, act.evidence, act.drawing);
      note('signer', signer.id, { envelope: envelope.id, method: signer.method, evidence: act.evidenceSha256 });
    }
    const [first] = act.signers;
    assert(first !== undefined, 'an act without a signer');
    if (act.sealId !== null) {
      insertSealUse(db, { id: parts.ids.create<'sealUse'>(), sealId: act.sealId, signerId: first.id, contractId: contract.summary.id, at: act.signedAt, by });
      note('seal', act.sealId, { contract: contract.summary.id });
    }
    if (act.scan !== null) setScan(db, envelope.id, storeAttachment(call.session, db, act.scan, ['clauses', 'finance'], parts));
    if (act.file !== null) {
      const attachmentId = storeAttachment(call.session, db, act.file.pdf, ['clauses', 'finance'], parts);
      setEnvelopeFile(db, envelope.id, { attachmentId, pdfSha256: act.file.sha256, pageCount: act.file.pageCount });
      noteEnvelopeFile(db, envelope.id, act.file.sha256, act.signedAt);
      for (const stamp of act.shownStamps ?? stampsBehind(act.standing.signers, act.timestampState)) setTimestampState(db, stamp);
    }
    const state = stateAfterSigning(listSigners(db, envelope.id, false));
    setEnvelopeState(db, envelope.id, state, state === 'completed' ? act.signedAt : null);
    note('envelope', envelope.id, { state, pdfSha256: act.file?.sha256 ?? null });
    if (state === 'completed') {
      assert(act.file !== null, 'an envelope cannot be complete without its file');
      const moved = parts.moveWithin(db, note, { id: contract.summary.id, to: 'signed', reason: '', by, signedOn: act.signedOn ?? dayAt(act.signedAt, parts.clock.offsetMinutes(act.signedAt)) });
      if (!moved.ok) return fail('CHANGED_MEANWHILE');
    }
    return succeed(null);
  });
  return kept.ok ? shownEnvelope(call, parts, envelope.id) : kept;
}
