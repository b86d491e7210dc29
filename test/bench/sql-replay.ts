import Driver from 'better-sqlite3';
import type { Connection } from '../../src-main/db/connection.ts';
import { pageCacheKiB } from '../../src-main/db/open.ts';
import type { Sql } from '../../src-main/db/sql.ts';

/** A statement as it ran, with the way it was asked for. */
export interface Recorded {
  readonly kind: 'get' | 'all' | 'run';
  readonly statement: Sql;
}

/**
 * Notes every statement that a connection runs until `stop` is called. On the class and not on the one connection: V8 would
 * go on looking up everything in an object that something was once added to and taken from.
 */
export function record(connection: Connection): { readonly statements: Recorded[]; readonly stop: () => void } {
  const statements: Recorded[] = [];
  const target = Object.getPrototypeOf(connection) as Record<Recorded['kind'], (statement: Sql) => unknown>;
  const real = { get: target.get, all: target.all, run: target.run };
  for (const kind of ['get', 'all', 'run'] as const) {
    target[kind] = function noted(this: Connection, statement: Sql) {
      if (this === connection) statements.push({ kind, statement });
      return real[kind].call(this, statement);
    };
  }
  return { statements, stop: () => void Object.assign(target, real) };
}

/** The statements of a call, without what only the first one does, such as noting in the log that it was made. */
export async function statementsOf(connection: Connection, call: () => Promise<unknown>): Promise<readonly Recorded[]> {
  await call();
  const { statements, stop } = record(connection);
  await call();
  stop();
  return statements;
}

/** Opens plain files under plain better-sqlite3 with the same durability as ours. */
export function openPlain(folder: string): Driver.Database {
  const db = new Driver(`${folder}/plain-core.db`);
  for (const schema of ['clauses', 'finance']) db.prepare(`ATTACH ? AS ${schema}`).run(`${folder}/plain-${schema}.db`);
  for (const schema of ['main', 'clauses', 'finance']) {
    db.pragma(`${schema}.journal_mode = TRUNCATE`);
    db.pragma(`${schema}.cache_size = -${pageCacheKiB}`);
  }
  db.exec('PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON;');
  return db;
}

/** Runs recorded statements in one transaction, each prepared once; gives the milliseconds that they took. */
export function replay(db: Driver.Database, statements: readonly Recorded[]): number {
  const prepared = new Map<string, Driver.Statement>();
  const started = performance.now();
  db.transaction(() => {
    for (const { kind, statement } of statements) {
      let ready = prepared.get(statement.text);
      if (ready === undefined) prepared.set(statement.text, (ready = db.prepare(statement.text)));
      ready[kind](...statement.values);
    }
  }).immediate();
  return performance.now() - started;
}
