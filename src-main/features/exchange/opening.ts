import { readFile, stat } from 'node:fs/promises';
import { packLimits, type PackManifest, type PackRefusal } from '#shared/features/exchange/container.ts';
import { packContentSchema, packedAmountsSchema, type PackContent, type PackedAmounts } from '#shared/features/exchange/model.ts';
import type { PickId } from '#shared/features/vault/model.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { sha256 } from '../../crypto/digest.ts';
import type { Picks } from '../../device/picks.ts';
import type { Part } from '../../exchange/pack-zip.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { ExchangeTasks } from '../../workers/exchange-tasks.ts';
import type { Identities } from './identity.ts';
import { findSent, isSeen, type FoundSent } from './pack-queries.ts';
import { listContacts, type ContactRow } from './queries.ts';

export interface OpeningParts {
  readonly picks: Picks;
  readonly tasks: ExchangeTasks;
  readonly identities: Identities;
}

export type OpenError = 'PICK_EXPIRED' | 'PACK_MISSING' | 'PACK_REPLAYED' | 'PACK_NOT_ASKED_FOR' | 'IDENTITY_LOST' | PackRefusal;

/** A pack whose contents are as its sender meant them, and that was not taken before. */
export interface ReadPack {
  readonly manifest: PackManifest;
  readonly contact: ContactRow;
  readonly content: PackContent;
  readonly contentSha256: string;
  readonly amounts: PackedAmounts | null;
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** What it answers; null for a first pack. */
  readonly answered: FoundSent | null;
}

/** Reads packs afresh at every step: the file may have been changed since it was looked at. */
export function createPackReader({ picks, tasks, identities }: OpeningParts) {
  async function read(call: Call, pickId: PickId): Promise<Result<ReadPack, OpenError>> {
    const path = picks.find(pickId);
    if (path === undefined) return fail('PICK_EXPIRED');
    const own = identities.open(call);
    if (own === null) return fail('IDENTITY_LOST');
    const bytes = await bytesOf(path);
    if (!bytes.ok) return bytes;
    const contacts = listContacts(call.db);
    const senders = contacts.map(({ signingKey, fingerprint, confirmedAt }) => ({ signingKey, fingerprint, isConfirmed: confirmedAt !== null }));
    const opened = await tasks.open({ bytes: bytes.value, own: { fingerprint: own.fingerprint, ageIdentity: own.privateKeys.ageIdentity }, senders });
    if (!opened.ok) return opened;
    const { manifest, parts, sender } = opened.value;
    const contact = contacts.find(({ fingerprint }) => fingerprint === sender);
    if (contact === undefined) return fail('PACK_SENDER_UNKNOWN');
    const meant = contentsOf(manifest, parts);
    if (meant === null) return fail('PACK_BROKEN');
    if (isSeen(call.db, manifest.packId)) return fail('PACK_REPLAYED');
    const answered = answeredBy(call, manifest, contact);
    return answered.ok ? succeed({ manifest, contact, ...meant, answered: answered.value }) : answered;
  }

  return { read };
}

export type PackReader = ReturnType<typeof createPackReader>;

async function bytesOf(path: string): Promise<Result<Uint8Array, 'PACK_MISSING' | 'PACK_TOO_LARGE'>> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return fail('PACK_MISSING');
    if (found.size > packLimits.fileBytes) return fail('PACK_TOO_LARGE', { megabytes: packLimits.fileBytes / 1024 ** 2 });
    return succeed(await readFile(path));
  } catch {
    return fail('PACK_MISSING');
  }
}

/** The parts as what they are: every one is named by the contents, and every one that these name is there. */
function contentsOf(manifest: PackManifest, listed: readonly Part[]): Pick<ReadPack, 'content' | 'contentSha256' | 'amounts' | 'parts'> | null {
  const parts = new Map(listed.map(({ name, bytes }) => [name, bytes]));
  const text = parts.get('content.json');
  const content = text === undefined ? null : packContentSchema.safeParse(parsed(text));
  if (text === undefined || content === null || !content.success || content.data.kind !== manifest.kind) return null;
  const money = parts.get('amounts.json');
  const amounts = money === undefined ? null : packedAmountsSchema.safeParse(parsed(money));
  if (amounts !== null && !amounts.success) return null;
  const named = [...filesNamed(content.data), 'content.json', ...(money === undefined ? [] : ['amounts.json'])];
  const isWhole = new Set(named).size === named.length && named.length === parts.size && named.every((name) => parts.has(name));
  return isWhole ? { content: content.data, contentSha256: sha256(text), amounts: amounts?.data ?? null, parts } : null;
}

function filesNamed(content: PackContent): readonly string[] {
  switch (content.kind) {
    case 'work':
      return content.contracts.flatMap(({ files }) => files.map(({ part }) => part));
    case 'approval':
      return content.contract.files.map(({ part }) => part);
    case 'workReturn':
      return content.evidence.filter(({ kind }) => kind !== 'note').map(({ id }) => `evidence/${id}`);
    case 'approvalAnswer':
    case 'templates':
      return [];
  }
}

/** An answer must answer something that we sent to this very contact, and come later than the last that was taken. */
function answeredBy(call: Call, { kind, replyTo, sequence }: PackManifest, contact: ContactRow): Result<FoundSent | null, 'PACK_NOT_ASKED_FOR' | 'PACK_REPLAYED' | 'PACK_BROKEN'> {
  const asked = kind === 'workReturn' ? 'work' : kind === 'approvalAnswer' ? 'approval' : null;
  if (asked === null) return replyTo === null ? succeed(null) : fail('PACK_BROKEN');
  const sent = replyTo === null ? undefined : findSent(call.db, replyTo);
  if (sent?.kind !== asked || sent.contactId !== contact.id) return fail('PACK_NOT_ASKED_FOR');
  return sequence > sent.answeredSequence ? succeed(sent) : fail('PACK_REPLAYED');
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
  } catch {
    return null;
  }
}
