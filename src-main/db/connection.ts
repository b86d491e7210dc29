import type BetterSqlite3 from 'better-sqlite3';
import type { Log } from '../ports.ts';
import type { Sql } from './sql.ts';

/** A connection that its holder can only read from. */
export interface Readable {
  readonly mode: 'read' | 'write';
  /** Whether only what belongs to some of the contracts can be read. */
  readonly isLimited: boolean;
  /** The first row, or undefined. */
  get<Row>(statement: Sql): Row | undefined;
  all<Row>(statement: Sql): Row[];
}

/** A connection inside a transaction: it alone can change data. */
export interface Writable extends Readable {
  readonly mode: 'write';
  /** Runs a statement and gives the number of rows that it changed. */
  run(statement: Sql): number;
}

const slowMilliseconds = 40;

/** A keyed connection with its prepared statements. Transactions go through `transact`. */
export class Connection implements Writable {
  readonly mode = 'write';
  readonly isLimited = false;
  #driver: BetterSqlite3.Database;
  readonly #log: Log;
  readonly #statements = new Map<string, BetterSqlite3.Statement>();

  constructor(driver: BetterSqlite3.Database, log: Log) {
    this.#driver = driver;
    this.#log = log;
  }

  get<Row>(statement: Sql): Row | undefined {
    const started = performance.now();
    const row = this.#prepare(statement.text).get(...statement.values) as Row | undefined;
    this.#noteIfSlow(statement, started);
    return row;
  }

  all<Row>(statement: Sql): Row[] {
    const started = performance.now();
    const rows = this.#prepare(statement.text).all(...statement.values) as Row[];
    this.#noteIfSlow(statement, started);
    return rows;
  }

  run(statement: Sql): number {
    const started = performance.now();
    const { changes } = this.#prepare(statement.text).run(...statement.values);
    this.#noteIfSlow(statement, started);
    return changes;
  }

  /** Runs fixed text of several statements: schema and pragmas, never anything that a person entered. */
  execute(fixedText: string): void {
    this.#driver.exec(fixedText);
  }

  /** Runs the work in one transaction over all attached files; a throw rolls everything back. */
  transact<Value>(work: () => Value): Value {
    return this.#driver.transaction(work).immediate();
  }

  /**
   * Runs work that reads as one look at the files: they are locked and asked for changes once, and not anew for each of
   * its statements. What it writes, it writes as ever.
   */
  look<Value>(work: () => Value): Value {
    if (this.#driver.inTransaction) return work();
    this.#prepare('BEGIN').run();
    try {
      return work();
    } finally {
      this.endLook();
    }
  }

  /** Ends a look, before its time where another connection is to write; what it goes on to read, it reads anew. */
  endLook(): void {
    // A full disk may have ended it already, and may not let it end as it should.
    if (!this.#driver.inTransaction) return;
    try {
      this.#prepare('COMMIT').run();
    } finally {
      if (this.#driver.inTransaction) this.#prepare('ROLLBACK').run();
    }
  }

  /** Closes the files and goes on with those that `reopen` opened; who holds this connection notices nothing. */
  exchange(reopen: () => Connection): void {
    this.close();
    this.#driver = reopen().#driver;
  }

  close(): void {
    this.#statements.clear();
    this.#driver.close();
  }

  #noteIfSlow(statement: Sql, started: number): void {
    const elapsed = performance.now() - started;
    if (elapsed <= slowMilliseconds) return;
    // The text holds placeholders only; bound values never get here.
    this.#log.info('slow-query', { milliseconds: Math.round(elapsed), statement: statement.text });
  }

  #prepare(text: string): BetterSqlite3.Statement {
    const known = this.#statements.get(text);
    if (known !== undefined) return known;
    const prepared = this.#driver.prepare(text);
    this.#statements.set(text, prepared);
    return prepared;
  }
}
