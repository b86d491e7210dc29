import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { manifestSchema, type Manifest } from '#shared/features/backups/model.ts';
import type { VaultId } from '#shared/features/vault/model.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { deriveKey, hmac, sameDigest } from '../crypto/digest.ts';
import type { Secret } from '../crypto/secret.ts';
import { writeFileAtomically } from '../files/atomic-file.ts';

export const manifestFile = 'backup.json';
/** A backup that is being written stands under this ending until it was read back. */
export const unfinished = '.partial';
const largestManifest = 32 * 1024 * 1024;

/** A backup that lies in a folder of its own. What the manifest says is believed only after `isManifestAuthentic`. */
export interface FoundBackup {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The backups of one vault that lie in a folder, the newest first. */
export function listBackups(place: string, vaultId: VaultId): readonly FoundBackup[] {
  if (!existsSync(place)) return [];
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.endsWith(unfinished))
    .flatMap(({ name }) => {
      const manifest = readManifest(join(place, name));
      return manifest !== null && manifest.vaultId === vaultId ? [{ folder: join(place, name), manifest }] : [];
    })
    .sort((one, other) => other.manifest.takenAt - one.manifest.takenAt);
}

/** The manifest in a backup's folder, or null when there is none that can be read. */
export function readManifest(folder: string): Manifest | null {
  try {
    const path = join(folder, manifestFile);
    if (statSync(path).size > largestManifest) return null;
    return manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** Writes the manifest with its code of authenticity: the last file of a backup. */
export function writeManifest(folder: string, manifest: Omit<Manifest, 'mac'>, headerKey: Secret): Manifest {
  const signed = { ...manifest, mac: macOf(manifest, headerKey) };
  writeFileAtomically(join(folder, manifestFile), Buffer.from(`${JSON.stringify(signed, null, 2)}\n`));
  return signed;
}

/** Whether a holder of the vault's header key, as it was at that time, wrote the manifest. */
export function isManifestAuthentic({ mac, ...rest }: Manifest, headerKey: Secret): boolean {
  return sameDigest(mac, macOf(rest, headerKey));
}

function macOf(manifest: Omit<Manifest, 'mac'>, headerKey: Secret): string {
  const key = deriveKey(headerKey, 'deedbox backup manifest');
  try {
    return hmac(key, canonicalJson(manifest));
  } finally {
    key.wipe();
  }
}
