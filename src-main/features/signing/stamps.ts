import { succeed, type Result } from '#shared/kernel/result.ts';
import { loadAttachment, storeAttachment } from '../../attachments/attachment-store.ts';
import type { Call } from '../../ipc/handlers.ts';
import { readSetting, writeSetting } from '../../vault/vault-settings.ts';
import type { EnvelopeParts } from './envelope-parts.ts';
import { countQueuedStamps, findEnvelope, listQueuedStamps, markStamped, setEnvelopeFile } from './envelope-queries.ts';

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
 * signature and covers the earlier ones as well; the file changes, so the vault keeps its new digest. Stops at the
 * first that fails: the server is away.
 */
export async function stampQueued(call: Call, parts: EnvelopeParts): Promise<Result<{ stamped: number; left: number }, never>> {
  const url = readSetting(call.db, 'timestamp_url') ?? '';
  let stamped = 0;
  for (const { envelopeId, attachmentId } of url === '' ? [] : listQueuedStamps(call.db)) {
    const pdf = loadAttachment(call.session, call.db, attachmentId);
    if (pdf === null) continue;
    const answer = await parts.pdf.stamp(pdf, url);
    if (answer.isStamped !== true) break;
    const kept = call.write<boolean, never>((db, note) => {
      // Somebody signed meanwhile: the file has moved on, and its last signature is another.
      if (findEnvelope(db, envelopeId)?.attachmentId !== attachmentId) {
        note('envelope', envelopeId, { stamped: false });
        return succeed(false);
      }
      const stored = storeAttachment(call.session, db, answer.pdf, ['clauses', 'finance'], parts);
      setEnvelopeFile(db, envelopeId, { attachmentId: stored, pdfSha256: answer.sha256, pageCount: null });
      markStamped(db, envelopeId);
      note('envelope', envelopeId, { stamped: true, pdfSha256: answer.sha256 });
      return succeed(true);
    });
    if (kept.ok && kept.value) stamped += 1;
  }
  return succeed({ stamped, left: countQueuedStamps(call.db) });
}
