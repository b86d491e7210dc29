import { copyFileSync, existsSync, linkSync, mkdirSync, openSync, closeSync, readdirSync, readSync, renameSync, rmSync, statSync, constants } from 'node:fs';
import { join } from 'node:path';
import type { BackupId, BackupReason, Manifest } from '#shared/features/backups/model.ts';
import { compartments, type Compartment } from '#shared/features/vault/compartments.ts';
import type { UserId, VaultId } from '#shared/features/vault/model.ts';
import { assert } from '#shared/kernel/assert.ts';
import { auditHead } from '../audit/audit-chain.ts';
import { Secret } from '../crypto/secret.ts';
import { compartmentFile, copyInto, holdStill, lockPage, openDatabase, type CompartmentKeys } from '../db/open.ts';
import { copyOpenFile } from '../files/copy-open-file.ts';
import { hashFile } from '../files/hash-file.ts';
import type { Log } from '../ports.ts';
import { headerFile } from '../vault/header.ts';
import { countRows } from './count-rows.ts';
import { unfinished, writeManifest } from './manifest.ts';

export interface BackupOrder {
  readonly id: BackupId;
  readonly vaultId: VaultId;
  readonly takenAt: number;
  readonly takenBy: UserId;
  readonly reason: BackupReason;
  /** The vault's folder. */
  readonly folder: string;
  /** Where the backup shall stand; it must not exist. */
  readonly target: string;
  /** The backup before it, whose unchanged attachments are shared instead of copied; null for none. */
  readonly previous: string | null;
  readonly keys: { readonly header: Uint8Array } & Readonly<Partial<Record<Compartment, Uint8Array>>>;
  readonly nativeBinding: string | null;
}

/** Each compartment's file, open for reading. */
export type OpenFiles = Readonly<Record<Compartment, number>>;

/**
 * Has the files of a vault open while they are copied. Only for the thread that works with the vault, which closes them at
 * a moment when it has no transaction open: where POSIX locks are used, to close a file gives up all that the process has on
 * it. For the same reason one backup is taken at a time.
 */
export async function withFilesOf<Value>(folder: string, work: (files: OpenFiles) => Promise<Value>): Promise<Value> {
  const opened: number[] = [];
  const open = (compartment: Compartment): number => {
    const file = openSync(join(folder, compartmentFile(compartment)), 'r');
    opened.push(file);
    return file;
  };
  try {
    return await work({ core: open('core'), clauses: open('clauses'), finance: open('finance') });
  } finally {
    for (const file of opened) closeSync(file);
  }
}

/** What was written could not be read back as it was meant. */
export class BackupDamaged extends Error {}

const silent: Log = { info: () => undefined, error: () => undefined };

/**
 * The first half of a backup of a vault that may be in use: all three files and the header are copied byte for byte within
 * one write lock, so that they agree, and who wants to write waits no longer than that takes. Gives the names of the
 * attachments that belong to that moment. What is unfinished is left to the caller.
 */
export function copyAtOneMoment(order: BackupOrder, files: OpenFiles): readonly string[] {
  const { folder, nativeBinding } = order;
  const partial = unfinishedOf(order);
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(join(partial, 'attachments'), { recursive: true });
  return withKeys(order, (keys) =>
    holdStill({ folder, keys, nativeBinding }, () => {
      for (const compartment of compartments) copyOpenFile(files[compartment], join(partial, compartmentFile(compartment)), lockPage);
      copyFileSync(join(folder, headerFile), join(partial, headerFile));
      return readdirSync(join(folder, 'attachments')).filter((name) => !name.startsWith('.'));
    }),
  );
}

/**
 * The second half, which nobody waits for: a compartment whose key is at hand is written anew from its copy (VACUUM INTO
 * keeps its key), stored files are added, everything is read back, and only a backup that proved sound takes its name.
 */
export function finishBackup(order: BackupOrder, attachments: readonly string[]): Manifest {
  const partial = unfinishedOf(order);
  const headerKey = new Secret(order.keys.header);
  try {
    return withKeys(order, (keys) => {
      writeAnew(partial, keys, order.nativeBinding);
      for (const name of attachments) copyAttachment(order, partial, name);
      const manifest = readBack(order, keys, partial, headerKey);
      renameSync(partial, order.target);
      return manifest;
    });
  } finally {
    headerKey.wipe();
  }
}

function unfinishedOf({ target }: BackupOrder): string {
  return `${target}${unfinished}`;
}

function withKeys<Value>(order: BackupOrder, work: (keys: CompartmentKeys) => Value): Value {
  const keys = keysOf(order);
  try {
    return work(keys);
  } finally {
    for (const key of Object.values(keys)) key.wipe();
  }
}

/** Writes each compartment anew that can be opened: without the pages that hold nothing any more. */
function writeAnew(partial: string, keys: CompartmentKeys, nativeBinding: string | null): void {
  for (const compartment of compartments) {
    const key = keys[compartment];
    if (key === undefined) continue;
    const file = join(partial, compartmentFile(compartment));
    const copy = `${file}.copy`;
    renameSync(file, copy);
    copyInto(copy, file, key, nativeBinding);
    rmSync(copy);
  }
}

/** Stored files never change under their name, unless their keys do: then the first bytes differ. */
function copyAttachment({ folder, previous }: BackupOrder, partial: string, name: string): void {
  const [from, to] = [join(folder, 'attachments', name), join(partial, 'attachments', name)];
  const earlier = previous === null ? null : join(previous, 'attachments', name);
  if (earlier !== null && existsSync(earlier) && looksSame(from, earlier)) {
    try {
      linkSync(earlier, to);
      return;
    } catch {
      // A disk that knows no links gets a copy.
    }
  }
  // None is swept while a backup is taken; one that was gone before is missing in the vault too.
  if (existsSync(from)) copyFileSync(from, to, constants.COPYFILE_FICLONE);
}

function looksSame(one: string, other: string): boolean {
  return existsSync(one) && statSync(one).size === statSync(other).size && firstBytes(one).equals(firstBytes(other));
}

function firstBytes(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(64);
    return bytes.subarray(0, readSync(file, bytes, 0, 64, 0));
  } finally {
    closeSync(file);
  }
}

function readBack(order: BackupOrder, keys: CompartmentKeys, partial: string, headerKey: Secret): Manifest {
  const opened = openDatabase({ folder: partial, keys, nativeBinding: order.nativeBinding, log: silent, create: false });
  if (!opened.ok) throw new BackupDamaged();
  const held = compartments.filter((compartment) => keys[compartment] !== undefined);
  try {
    const counts = countRows(opened.value, held);
    const audit = auditHead(opened.value);
    opened.value.close();
    const names = [headerFile, ...compartments.map(compartmentFile), ...readdirSync(join(partial, 'attachments')).map((name) => join('attachments', name))];
    const files = names.map((name) => ({ name: name.replaceAll('\\', '/'), ...hashFile(join(partial, name)) }));
    const { id, vaultId, takenAt, takenBy, reason } = order;
    return writeManifest(partial, { format: 'deedbox-backup', formatVersion: 1, id, vaultId, takenAt, takenBy, reason, checkedCompartments: held, files, counts, audit }, headerKey);
  } finally {
    opened.value.close();
  }
}

function keysOf({ keys }: BackupOrder): CompartmentKeys {
  assert(keys.core !== undefined, 'a backup needs the key to core');
  return {
    core: new Secret(keys.core),
    ...(keys.clauses === undefined ? {} : { clauses: new Secret(keys.clauses) }),
    ...(keys.finance === undefined ? {} : { finance: new Secret(keys.finance) }),
  };
}
