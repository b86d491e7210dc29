import { stampsAsked } from '#shared/features/signing/timestamp-rules.ts';
import type { OutputOf } from '#shared/ipc/registry.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';
import { loadAttachment, storeAttachment } from '../../attachments/attachment-store.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn } from '../../ports.ts';
import { readSetting, writeSetting } from '../../vault/vault-settings.ts';
import type { Stamped } from '../../workers/pdf-tasks.ts';
import type { EnvelopeParts } from './envelope-parts.ts';
import { countQueuedStamps, listQueuedStamps, listSigners, noteEnvelopeFile, setEnvelopeFile, setTimestampState, type QueuedStamp } from './envelope-queries.ts';

/** The server that is asked for time stamps; an empty address means none, and then nothing ever leaves the laptop. */
export function setTimestampServer(call: Call, url: string): Result<null, never> {
  return call.write((db, note) => {
    writeSetting(db, 'timestamp_url', url);
    note('timestamp_server', 'vault', { isOn: url !== '' });
    return succeed(null);
  });
}

/**
 * Asks for the stamps that could not be had when the signatures were made. A stamp goes into the room of a file's last
 * signature and covers the earlier ones as well; the file changes, so the vault keeps its new digest. Stops when the
 * server is away; what concerns one file only holds no other up.
 */
export async function stampQueued(call: Call, parts: EnvelopeParts): Promise<Result<OutputOf<'signing.stampQueued'>, never>> {
  const url = readSetting(call.db, 'timestamp_url') ?? '';
  const tally = { stamped: 0, unstampable: 0, tooLarge: 0, isAway: false };
  for (const queued of url === '' ? [] : listQueuedStamps(call.db, dayOn(parts.clock))) {
    const pdf = loadAttachment(call.session, call.db, queued.attachmentId);
    if (pdf === null) continue;
    const answer = await parts.pdf.stamp(pdf, url);
    if (answer.outcome === 'SERVER_AWAY') tally.isAway = true;
    if (tally.isAway) break;
    if (answer.outcome === 'TOKEN_TOO_LARGE') tally.tooLarge += 1;
    else if (keepAnswer(call, queued, answer, parts)) tally[answer.outcome === 'stamped' ? 'stamped' : 'unstampable'] += 1;
  }
  return succeed({ ...tally, left: countQueuedStamps(call.db, dayOn(parts.clock)).queued });
}

/** Notes what came of asking for one file; false when its signature doesn't wait any more. */
function keepAnswer(call: Call, { envelopeId, attachmentId }: QueuedStamp, { outcome, pdf, sha256 }: Stamped, parts: EnvelopeParts): boolean {
  const isStamped = outcome === 'stamped';
  const kept = call.write<boolean, never>((db, note) => {
    // Somebody signed meanwhile, or gave the file out: what was asked about is not what is kept.
    if (!listQueuedStamps(db, dayOn(parts.clock)).some((one) => one.envelopeId === envelopeId && one.attachmentId === attachmentId)) {
      note('envelope', envelopeId, { stamped: false });
      return succeed(false);
    }
    if (isStamped) {
      setEnvelopeFile(db, envelopeId, { attachmentId: storeAttachment(call.session, db, pdf, ['clauses', 'finance'], parts), pdfSha256: sha256, pageCount: null });
      noteEnvelopeFile(db, envelopeId, sha256, parts.clock.now());
    }
    for (const stamp of stampsAsked(listSigners(db, envelopeId, false), isStamped)) setTimestampState(db, stamp);
    note('envelope', envelopeId, isStamped ? { stamped: true, pdfSha256: sha256 } : { unstampable: true });
    return succeed(true);
  });
  return kept.ok && kept.value;
}
