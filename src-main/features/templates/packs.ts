import { createPublicKey, sign, verify, X509Certificate } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { packSchema, portable, type TemplatePack } from '#shared/features/templates/pack.ts';
import type { Template, TemplateVersionId } from '#shared/features/templates/model.ts';
import type { PickId } from '#shared/features/vault/model.ts';
import { canonicalJson, type Json } from '#shared/kernel/canonical-json.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { OutputOf } from '#shared/ipc/registry.ts';
import type { Picks } from '../../device/picks.ts';
import type { Readable } from '../../db/connection.ts';
import { systemErrorCode } from '../../files/file-errors.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, FilePicker } from '../../ports.ts';
import type { TemplateLifecycle } from './lifecycle.ts';

export interface PackParts {
  readonly clock: Clock;
  readonly picker: FilePicker;
  readonly picks: Picks;
  readonly findTemplate: (db: Readable, id: TemplateVersionId) => Template | undefined;
  /** The person's certificate with its private key; null when they have none. */
  readonly signingKey: (call: Call) => { readonly certificatePem: string; readonly privateKeyPem: string } | null;
  readonly lifecycle: Pick<TemplateLifecycle, 'addTemplate'>;
}

type OpenError = 'PACK_UNREADABLE' | 'PACK_CHANGED' | 'FILE_MISSING';

// A hundred templates of a hundred pages stay below it.
const largestBytes = 32 * 1024 * 1024;
const filter = { name: 'Deedbox', extensions: ['deedpack'] };

/** Templates carried from vault to vault in a file that tells who made it and whether it was changed. */
export function createTemplatePacks({ clock, picker, picks, findTemplate, signingKey, lifecycle }: PackParts) {
  async function exportPack(call: Call, versionIds: readonly TemplateVersionId[]): Promise<Result<OutputOf<'templates.exportPack'>, 'NOT_FOUND' | 'NO_IDENTITY' | 'TARGET_MISSING'>> {
    const templates = versionIds.map((id) => findTemplate(call.db, id));
    const contents = templates.flatMap((template) => (template === undefined ? [] : [portable(template.content)]));
    if (contents.length !== versionIds.length) return fail('NOT_FOUND');
    const key = signingKey(call);
    if (key === null) return fail('NO_IDENTITY');
    const path = await picker.chooseTarget('templates.deedpack', filter);
    if (path === null) return succeed(null);
    const unsigned = { format: 'deedbox-template-pack', version: 1, createdAt: clock.now(), certificatePem: key.certificatePem, templates: contents } as const;
    const pack: TemplatePack = { ...unsigned, signature: sign('sha256', bytesOf(unsigned), key.privateKeyPem).toString('base64') };
    try {
      await writeFile(path, JSON.stringify(pack));
    } catch (error) {
      if (systemErrorCode(error) === 'ENOENT') return fail('TARGET_MISSING', { folder: dirname(path) });
      throw error;
    }
    call.write((_, note) => {
      note('templatePack', 'export', { templates: contents.length });
      return succeed(null);
    });
    return succeed({ fileName: basename(path), templates: contents.length });
  }

  async function openPack(): Promise<Result<OutputOf<'templates.openPack'>, OpenError>> {
    const path = await picker.chooseFile(filter);
    if (path === null) return succeed(null);
    const read = await readPack(path);
    if (!read.ok) return read;
    const { certificatePem, createdAt, templates } = read.value;
    const certificate = new X509Certificate(certificatePem);
    return succeed({
      pickId: picks.add(path),
      fileName: basename(path),
      createdAt,
      signer: certificate.subject.replaceAll('\n', ', '),
      fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
      templates: templates.map(({ titleZh, titleEn, contractType, variables }) => ({ titleZh, titleEn, contractType, variables: variables.length })),
    });
  }

  async function importPack(call: Call, pickId: PickId, chosen: readonly number[]): Promise<Result<{ readonly drafts: number }, OpenError | 'PICK_EXPIRED'>> {
    const path = picks.find(pickId);
    if (path === undefined) return fail('PICK_EXPIRED');
    // Read and verified once more: the file may have been changed since it was shown.
    const read = await readPack(path);
    if (!read.ok) return read;
    const contents = [...new Set(chosen)].flatMap((index) => read.value.templates[index] ?? []);
    return call.write((db, note) => {
      for (const content of contents) lifecycle.addTemplate(call, db, note, portable(content), null);
      note('templatePack', 'import', { templates: contents.length });
      return succeed({ drafts: contents.length });
    });
  }

  return { exportPack, openPack, importPack };
}

async function readPack(path: string): Promise<Result<TemplatePack, OpenError>> {
  let text: string;
  try {
    if ((await stat(path)).size > largestBytes) return fail('PACK_UNREADABLE');
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error;
    return fail('FILE_MISSING');
  }
  const raw = parsed(text);
  const pack = packSchema.safeParse(raw);
  if (!pack.success) return fail('PACK_UNREADABLE');
  return isIntact(raw as Readonly<Record<string, Json>>, pack.data) ? succeed(pack.data) : fail('PACK_CHANGED');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whether the signature fits the certificate and everything in the file, what the schema doesn't know included. */
function isIntact(raw: Readonly<Record<string, Json>>, { certificatePem, signature }: TemplatePack): boolean {
  const { signature: _, ...unsigned } = raw;
  try {
    return verify('sha256', bytesOf(unsigned), createPublicKey(new X509Certificate(certificatePem).publicKey.export({ type: 'spki', format: 'pem' })), Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

function bytesOf(value: object): Buffer {
  return Buffer.from(canonicalJson(JSON.parse(JSON.stringify(value)) as Json));
}
