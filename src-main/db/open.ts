import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { compartments, type Compartment } from '#shared/features/vault/compartments.ts';
import { assert } from '#shared/kernel/assert.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Secret } from '../crypto/secret.ts';
import { isDamage } from '../files/file-errors.ts';
import type { Log } from '../ports.ts';
import { Connection } from './connection.ts';
import { schemaOf, wholeSchemaOf } from './schemas.ts';

export type CompartmentKeys = Readonly<Partial<Record<Compartment, Secret>>> & { readonly core: Secret };

/** Above this size the pages are checked as they are read, not all at opening: opening must stay quick. */
const checkedAtOpening = 64 * 1024 * 1024;

/**
 * How much of each file is kept decrypted at most, in KiB. What doesn't fit is decrypted anew each time, which costs several
 * times more on full-text and unindexed work; a small vault takes no more than it has.
 */
export const pageCacheKiB = 131_072;

const settings = `
  PRAGMA main.cache_size = -${pageCacheKiB};
  PRAGMA synchronous = FULL;
  PRAGMA temp_store = MEMORY;
  PRAGMA foreign_keys = ON;
  PRAGMA trusted_schema = OFF;
  PRAGMA busy_timeout = 5000;
`;

export interface OpenOptions {
  readonly folder: string;
  readonly keys: CompartmentKeys;
  /** Path of the driver's addon where the runtime needs one of its own, else null. */
  readonly nativeBinding: string | null;
  readonly log: Log;
  /** Makes the files that are missing: only for a new vault. */
  readonly create: boolean;
}

/** The file name of a compartment. */
export function compartmentFile(compartment: Compartment): string {
  return `${compartment}.db`;
}

/**
 * Opens core and attaches every other compartment whose key is given, each SQLCipher 4 with its own key. Answers
 * DAMAGED_COMPARTMENT with the compartment's name when a key does not open a file or a page is not what was written.
 */
export function openDatabase(options: OpenOptions): Result<Connection, 'DAMAGED_COMPARTMENT'> {
  const driver = openKeyed(join(options.folder, compartmentFile('core')), options.keys.core, options.nativeBinding, !options.create);
  try {
    for (const compartment of compartments) {
      const key = options.keys[compartment];
      if (key === undefined) continue;
      if (!attachAndCheck(driver, compartment, key, options)) {
        driver.close();
        return fail('DAMAGED_COMPARTMENT', { compartment });
      }
    }
    driver.exec(settings);
    assert(driver.pragma('temp_store', { simple: true }) === 2, 'sorts may spill to the disk in the clear');
    return succeed(new Connection(driver, options.log));
  } catch (error) {
    driver.close();
    throw error;
  }
}

/**
 * Opens a vault that is open already once more, to read a part of it: every file is attached under a name of its own, so
 * that nothing is read that `limitReading` did not let through.
 */
export function openForLimitedReading({ folder, keys, nativeBinding, log }: Omit<OpenOptions, 'create'>): Connection {
  const driver = new Driver(':memory:', nativeBinding === null ? {} : { nativeBinding });
  try {
    useSqlCipher(driver);
    for (const compartment of compartments) {
      const key = keys[compartment];
      if (key !== undefined) attach(driver, folder, compartment, key, wholeSchemaOf(compartment));
    }
    driver.exec(settings);
    return new Connection(driver, log);
  } catch (error) {
    driver.close();
    throw error;
  }
}

function attachAndCheck(
  driver: Driver.Database,
  compartment: Compartment,
  key: Secret,
  options: OpenOptions,
): boolean {
  const schema = schemaOf(compartment);
  try {
    if (schema !== 'main') attach(driver, options.folder, compartment, key, schema);
    // A wrong key shows only at the first read.
    driver.prepare(`SELECT count(*) FROM ${schema}.sqlite_schema`).get();
    // Only a rollback journal commits across attached files as one (measured, runtime.md).
    driver.pragma(`${schema}.journal_mode = TRUNCATE`);
    if (options.create) driver.pragma(`${schema}.user_version = 0`);
    return statSync(join(options.folder, compartmentFile(compartment))).size > checkedAtOpening || isSound(driver, schema);
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

function attach(driver: Driver.Database, folder: string, compartment: Compartment, key: Secret, schema: string): void {
  driver.prepare(`ATTACH ? AS ${schema} KEY ?`).run(join(folder, compartmentFile(compartment)), rawKey(key));
  // SQLite keeps a cache for each file, and one's size says nothing of another's.
  driver.pragma(`${schema}.cache_size = -${pageCacheKiB}`);
}

function isSound(driver: Driver.Database, schema: string): boolean {
  return driver.pragma(`${schema}.quick_check(1)`, { simple: true }) === 'ok';
}

/**
 * Where SQLite's locks lie in a file (its lock-byte page), which holds nothing and which Windows lets nobody read who has
 * not the lock. A page is what SQLCipher 4 has it be.
 */
export const lockPage = { at: 0x4000_0000, bytes: 4096 } as const;

export type HeldStill = Pick<OpenOptions, 'folder' | 'keys' | 'nativeBinding'>;

/**
 * Runs work while no other connection can write to any compartment whose key is given. Reading goes on; who wants to
 * write waits. Throws the driver's error when another writer does not end within its patience.
 */
export function holdStill<Value>({ folder, keys, nativeBinding }: HeldStill, work: () => Value): Value {
  const driver = openKeyed(join(folder, compartmentFile('core')), keys.core, nativeBinding);
  try {
    driver.pragma('busy_timeout = 10000');
    for (const compartment of compartments) {
      const key = keys[compartment];
      if (key !== undefined && compartment !== 'core') attach(driver, folder, compartment, key, schemaOf(compartment));
    }
    driver.exec('BEGIN IMMEDIATE');
    try {
      return work();
    } finally {
      driver.exec('ROLLBACK');
    }
  } finally {
    driver.close();
  }
}

/** Writes a compartment anew into a file that must not exist, under the same key. */
export function copyInto(from: string, to: string, key: Secret, nativeBinding: string | null): void {
  const driver = openKeyed(from, key, nativeBinding);
  try {
    driver.pragma('temp_store = MEMORY');
    driver.prepare('VACUUM INTO ?').run(to);
  } finally {
    driver.close();
  }
}

/** Re-encrypts a file under another key. A stop in its middle leaves a file that is of no use: only for copies. */
export function rekey(path: string, old: Secret, fresh: Secret, nativeBinding: string | null): void {
  const driver = openKeyed(path, old, nativeBinding);
  try {
    driver.pragma('temp_store = MEMORY');
    driver.pragma('journal_mode = DELETE');
    driver.pragma('synchronous = FULL');
    driver.prepare('SELECT count(*) FROM sqlite_schema').get();
    driver.pragma(`rekey = "${rawKey(fresh)}"`);
    assert(isSound(driver, 'main'), 'a re-encrypted compartment does not read back');
  } finally {
    driver.close();
  }
}

/** One file by itself, as a connection. */
export function openAlone(path: string, key: Secret, nativeBinding: string | null): Connection {
  const driver = openKeyed(path, key, nativeBinding);
  driver.pragma('temp_store = MEMORY');
  driver.pragma('synchronous = FULL');
  return new Connection(driver, { info: () => undefined, error: () => undefined });
}

function openKeyed(path: string, key: Secret, nativeBinding: string | null, fileMustExist = true): Driver.Database {
  const driver = new Driver(path, { fileMustExist, ...(nativeBinding === null ? {} : { nativeBinding }) });
  useSqlCipher(driver);
  driver.pragma(`key = "${rawKey(key)}"`);
  return driver;
}

function useSqlCipher(driver: Driver.Database): void {
  driver.pragma("cipher = 'sqlcipher'");
  driver.pragma('legacy = 4');
}

function rawKey(key: Secret): string {
  return `x'${key.expose().toString('hex')}'`;
}

/**
 * Throws when a compartment's file begins like an unencrypted database: then the build's encryption is missing. Only for
 * files that nobody has a lock on: where POSIX locks are used, to close a file gives up all that the process has on it.
 */
export function assertEncrypted(folder: string, held: readonly Compartment[]): void {
  for (const compartment of held) {
    const header = Buffer.alloc(16);
    const file = openSync(join(folder, compartmentFile(compartment)), 'r');
    try {
      readSync(file, header, 0, 16, 0);
    } finally {
      closeSync(file);
    }
    assert(!header.toString('latin1').startsWith('SQLite format 3'), `${compartment} is not encrypted`);
  }
}
