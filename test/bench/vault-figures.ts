import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { compartments, type Compartment } from '#shared/features/vault/compartments.ts';
import type { Connection } from '../../src-main/db/connection.ts';
import { migrations } from '../../src-main/db/migrations/index.ts';
import { readHeader } from '../../src-main/vault/header.ts';
import { createWorkerKdf } from '../../src-main/workers/worker-kdf.ts';
import { createWorkers } from '../../src-main/workers/worker-pool.ts';
import { sampleEntry, type EntryToMake } from '../harness/entries.ts';
import { createTestVault, goodPassphrase, testWorld, unlockTestVault, type TestWorld } from '../harness/world.ts';
import { figure, median, type Figure } from './figure.ts';
import { openPlain, record, replay } from './sql-replay.ts';

const firstPage = { search: '', sort: 'updated', offset: 0, limit: 50 } as const;

/** Inserting contracts through the core, against the same statements on plain, unencrypted better-sqlite3. */
export async function measureInsert(count: number): Promise<Figure> {
  const ours: number[] = [];
  const peer: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    await inFreshVault((world, made) => {
      const plain = copyPlain(world);
      const recorded = record(connectionOf(world));
      insert(world, made, 1000);
      recorded.stop();
      const started = performance.now();
      insert(world, made, count);
      ours.push(performance.now() - started);
      const db = openPlain(plain);
      peer.push((replay(db, recorded.statements) / 1000) * count);
      db.close();
      return Promise.resolve();
    });
  }
  return figure({
    name: `insert ${count.toLocaleString('en')} contracts in one transaction`,
    unit: '/s',
    ours: (count / median(ours)) * 1000,
    peer: (count / median(peer)) * 1000,
    against: 'the same statements, plain better-sqlite3',
    aim: { atLeast: 0.4 },
  });
}

/** From the passphrase's key to the first page of the list, against opening plain files and the same queries. */
export async function measureUnlock(count: number): Promise<Figure> {
  const ours: number[] = [];
  const peer: number[] = [];
  await inFreshVault(async (world, made, folder) => {
    insert(world, made, count);
    const plain = copyPlain(world);
    const recorded = record(connectionOf(world));
    await world.must('contracts.list', firstPage);
    recorded.stop();
    for (let run = 0; run < 7; run += 1) {
      world.core.vaults.lock();
      const derivation = await derivationMilliseconds(folder);
      const started = performance.now();
      await unlockTestVault(world);
      await world.must('contracts.list', firstPage);
      ours.push(performance.now() - started - derivation);
      const opened = performance.now();
      const db = openPlain(plain);
      replay(db, recorded.statements);
      peer.push(performance.now() - opened);
      db.close();
    }
  });
  return figure({
    name: `unlock to first list less key derivation, ${count.toLocaleString('en')} contracts`,
    unit: 'ms',
    ours: median(ours),
    peer: median(peer),
    against: 'plain open and the same queries',
    aim: null,
  });
}

async function inFreshVault(work: (world: TestWorld, made: EntryToMake, folder: string) => Promise<void>): Promise<void> {
  const world = testWorld();
  try {
    const { folder } = await createTestVault(world);
    await work(world, await sampleEntry(world), folder);
  } finally {
    await world.close();
  }
}

function insert(world: TestWorld, made: EntryToMake, count: number): void {
  const session = world.core.vaults.session();
  session?.write('contracts.create', (db, note) => {
    for (let index = 0; index < count; index += 1) {
      const added = world.core.contracts.add(session, db, note, made.templateVersionId, made.entry);
      if (!added.ok) throw new Error(added.error.code);
    }
    return { ok: true, value: null };
  });
}

/** Copies the open vault into plain files of the same schema and gives their folder. */
function copyPlain(world: TestWorld): string {
  const folder = join(world.folder, 'plain');
  mkdirSync(folder);
  const connection = connectionOf(world);
  const db = openPlain(folder);
  db.pragma('foreign_keys = OFF');
  for (const { steps } of migrations) for (const name of compartments) db.exec(steps[name]?.(schemaOf(name)) ?? '');
  for (const schema of compartments.map(schemaOf)) {
    const tables = connection.all<{ name: string }>({ text: `SELECT name FROM ${schema}.sqlite_schema WHERE type = 'table'`, values: [] });
    for (const { name } of tables) {
      const rows = connection.all<Record<string, string>>({ text: `SELECT * FROM ${schema}.${name}`, values: [] });
      const columns = Object.keys(rows[0] ?? {});
      if (columns.length === 0) continue;
      const insertRow = db.prepare(`INSERT INTO ${schema}.${name} (${columns.join()}) VALUES (${columns.map(() => '?').join()})`);
      db.transaction(() => rows.forEach((row) => insertRow.run(...columns.map((column) => row[column])))).immediate();
    }
  }
  db.close();
  return folder;
}

function schemaOf(compartment: Compartment): string {
  return compartment === 'core' ? 'main' : compartment;
}

function connectionOf(world: TestWorld): Connection {
  const session = world.core.vaults.session();
  if (session === null) throw new Error('the vault is locked');
  return session.db as Connection;
}

/** How long the key derivation alone takes, with the vault's own parameters. */
async function derivationMilliseconds(folder: string): Promise<number> {
  const header = readHeader(folder);
  const parameters = header.ok ? header.value.users[0]?.kdf : undefined;
  if (parameters === undefined) throw new Error('the vault has no header');
  const workers = createWorkers({ directory: new URL('../../src-main/workers/', import.meta.url), extension: '.ts' });
  const kdf = createWorkerKdf(workers, 1);
  // Once to start the thread, which the application's own keeps between two tries.
  await kdf.derive(goodPassphrase, parameters);
  const started = performance.now();
  await kdf.derive(goodPassphrase, parameters);
  const elapsed = performance.now() - started;
  await workers.close();
  return elapsed;
}
