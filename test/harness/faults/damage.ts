import { closeSync, openSync, readdirSync, readSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export const damageKinds = ['byte', 'page'] as const;
export type DamageKind = (typeof damageKinds)[number];

const pageBytes = 4096;

/** What was changed, for the message of a run that went wrong. */
export interface Damage {
  readonly file: string;
  readonly at: number;
  readonly kind: DamageKind;
}

/**
 * Changes one file of a locked vault: a single byte anywhere, or a whole page that a disk gave back as noise. Small files
 * are met as often as large ones. `random` gives 0 to 1.
 */
export function damageVault(folder: string, kind: DamageKind, random: () => number): Damage {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.lock'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path).size > 0)
    .sort();
  const path = files[Math.floor(random() * files.length)];
  if (path === undefined) throw new Error('an empty vault');
  const { size } = statSync(path);
  const length = kind === 'byte' ? 1 : Math.min(pageBytes, size);
  const at = kind === 'byte' ? Math.floor(random() * size) : Math.floor((random() * size) / pageBytes) * pageBytes;
  const file = openSync(path, 'r+');
  try {
    const bytes = Buffer.alloc(Math.min(length, size - at));
    readSync(file, bytes, 0, bytes.length, at);
    // Never the byte that stood there.
    for (let place = 0; place < bytes.length; place += 1) bytes[place] = ((bytes[place] ?? 0) + 1 + Math.floor(random() * 255)) % 256;
    writeSync(file, bytes, 0, bytes.length, at);
  } finally {
    closeSync(file);
  }
  return { file: path.slice(folder.length + 1), at, kind };
}
