import type { DrillCheck, DrillStep, Manifest } from '#shared/features/backups/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { attachmentsHeld, readsBack } from '../attachments/read-back.ts';
import { checkAuditChain } from '../audit/check-chain.ts';
import type { KeyPair } from '../crypto/sealing.ts';
import { Secret } from '../crypto/secret.ts';
import { schemaOf } from '../db/schemas.ts';
import { systemClock } from '../system-world.ts';
import { readHeader } from '../vault/header.ts';
import { openGrants } from '../vault/key-ring.ts';
import { openVault } from '../vault/open-vault.ts';
import type { Session } from '../vault/session.ts';
import { countRows } from './count-rows.ts';
import { isManifestAuthentic, readManifest } from './manifest.ts';
import { restoreFiles } from './restore-files.ts';

export interface Rehearsal {
  /** The backup's folder. */
  readonly folder: string;
  readonly userId: UserId;
  readonly pair: { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array };
  readonly nativeBinding: string | null;
  /** An empty folder to restore into, which whoever asks clears away. */
  readonly place: string;
}

export interface RehearsalReport {
  readonly checks: readonly DrillCheck[];
  /** The person has no keys in this backup: they came later, or their keys were made anew. */
  readonly isNotTheirs: boolean;
}

const sampledAttachments = 20;

/**
 * Restores a backup into a folder of its own and opens it as its user would: files against their hashes, keys, pages,
 * row counts, a sample of the attachments and the audit chain.
 */
export async function rehearseRestore({ folder, userId, pair, nativeBinding, place }: Rehearsal): Promise<RehearsalReport> {
  const own: KeyPair = { publicKey: Buffer.from(pair.publicKey), privateKey: new Secret(pair.privateKey) };
  const checks: DrillCheck[] = [];
  const note = (step: DrillStep, passed: boolean, looked: number): boolean => checks.push({ step, passed, looked }) > 0 && passed;
  try {
    const manifest = readManifest(folder);
    if (manifest === null) return { checks: [{ step: 'files', passed: false, looked: 0 }], isNotTheirs: false };
    const damaged = restoreFiles(folder, manifest, place, true);
    note('files', damaged.length === 0, manifest.files.length);
    const opened = openRestored(place, userId, own, nativeBinding);
    if (opened === 'not theirs') return { checks, isNotTheirs: true };
    if (!note('open', opened !== null && isManifestAuthentic(manifest, opened.ring.header), opened?.compartments.length ?? 0) || opened === null) {
      opened?.close();
      return { checks, isNotTheirs: false };
    }
    try {
      await lookInside(opened, manifest, note);
    } finally {
      opened.close();
    }
    return { checks, isNotTheirs: false };
  } finally {
    own.privateKey.wipe();
  }
}

/** Opens a restored vault as its user would; null: it is damaged. */
export function openRestored(folder: string, userId: UserId, pair: KeyPair, nativeBinding: string | null): Session | null | 'not theirs' {
  const header = readHeader(folder);
  if (!header.ok) return null;
  const user = header.value.users.find(({ id }) => id === userId);
  const ring = user === undefined ? null : openGrants(user.grants, pair);
  if (user === undefined || ring === null) return 'not theirs';
  const own: KeyPair = { publicKey: pair.publicKey, privateKey: new Secret(pair.privateKey.expose()) };
  const log = { info: () => undefined, error: () => undefined };
  const opened = openVault({ folder, header: header.value, user, ring, pair: own, takeOver: true }, { clock: systemClock, log, nativeBinding });
  return opened.ok ? opened.value : null;
}

async function lookInside(session: Session, manifest: Manifest, note: (step: DrillStep, passed: boolean, looked: number) => boolean): Promise<void> {
  const { whole: db } = session;
  const pages = session.compartments.map((compartment) => db.get<{ integrity_check: string }>({ text: `PRAGMA ${schemaOf(compartment)}.integrity_check(1)`, values: [] })?.integrity_check);
  note('integrity', pages.every((answer) => answer === 'ok'), pages.length);
  const counts = countRows(db, session.compartments);
  // Who took the backup may have held fewer keys than who rehearses it, or more.
  const both = Object.keys(manifest.counts).filter((table) => counts[table] !== undefined);
  note('counts', both.length > 0 && both.every((table) => counts[table] === manifest.counts[table]), both.length);
  const sample = attachmentsHeld(session, sampledAttachments);
  let readable = 0;
  for (const attachment of sample) if (await readsBack(session, attachment)) readable += 1;
  note('attachments', readable === sample.length, sample.length);
  const anchor = session.auditAnchor();
  const chain = anchor.ok ? checkAuditChain(db, anchor.value) : null;
  const isQuoted = db.get({ text: 'SELECT 1 FROM audit_events WHERE sequence = ? AND hash = ?', values: [manifest.audit.sequence, manifest.audit.hash] }) !== undefined;
  note('audit', chain?.firstBroken === null && (isQuoted || manifest.audit.sequence === 0), chain?.events ?? 0);
}
