import { reachSchema, wholeReach, type Reach } from '#shared/features/vault/reach.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Connection, Readable, Writable } from '../db/connection.ts';
import { limitReading, type LimitedReading } from '../db/limit-reading.ts';
import { wholeSchemaOf } from '../db/schemas.ts';
import { listed, sql, type Sql } from '../db/sql.ts';
import type { Compartment } from '#shared/features/vault/compartments.ts';

/** Which contracts somebody may see: what an administrator said of them, else all. */
export function reachOf(db: Readable, id: UserId): Reach {
  const row = db.get<{ scope: string; departments: string }>(sql`SELECT scope, departments FROM user_reaches WHERE user_id = ${id}`);
  return row === undefined ? wholeReach : reachSchema.parse({ scope: row.scope, ...(row.scope === 'department' ? { departments: JSON.parse(row.departments) as unknown } : {}) });
}

/** Sets which contracts somebody may see from their next unlocking on. */
export function setReach(db: Writable, id: UserId, reach: Reach, at: number): void {
  if (reach.scope === 'all') {
    db.run(sql`DELETE FROM user_reaches WHERE user_id = ${id}`);
    return;
  }
  const departments = JSON.stringify(reach.scope === 'department' ? reach.departments : []);
  db.run(sql`
    INSERT INTO user_reaches (user_id, scope, departments, changed_at) VALUES (${id}, ${reach.scope}, ${departments}, ${at})
    ON CONFLICT (user_id) DO UPDATE SET scope = excluded.scope, departments = excluded.departments, changed_at = excluded.changed_at`);
}

/**
 * The part of an open vault that somebody may see, read through a connection of its own. Within a transaction that writes
 * it reads what that transaction sees: whoever came so far was asked first whether the thing is within reach.
 */
export class LimitedReader implements Readable {
  readonly mode = 'read';
  readonly isLimited = true;
  readonly #connection: Connection;
  readonly #reading: LimitedReading;
  readonly #user: Person;
  /** The transaction that is writing, if one is. */
  readonly #writing: () => Readable | null;
  readonly #rewritten = new Map<string, string>();
  /** Contracts that were written to since what is within reach was looked at; null: nothing was written at all. */
  #written: string[] | null = null;

  constructor(connection: Connection, held: readonly Compartment[], user: Person, writing: () => Readable | null) {
    this.#connection = connection;
    this.#user = user;
    this.#writing = writing;
    try {
      this.#reading = limitReading(connection, held, () => void connection.run(within(sql`${kept(user, sql`1`)} UNION ${concerned(user)}`)));
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  get<Row>(statement: Sql): Row | undefined {
    const writing = this.#writing();
    return writing === null ? this.#ready().get<Row>(this.#of(statement)) : writing.get<Row>(statement);
  }

  all<Row>(statement: Sql): Row[] {
    const writing = this.#writing();
    return writing === null ? this.#ready().all<Row>(this.#of(statement)) : writing.all<Row>(statement);
  }

  look<Value>(work: () => Value): Value {
    return this.#connection.look(work);
  }

  /** Whether an id is of something that belongs to a contract out of reach. */
  isOutside(id: string): boolean {
    return this.#ready().get({ text: this.#reading.isOutside, values: [id] }) !== undefined;
  }

  /** Makes way for a transaction that writes; afterwards more contracts may be within reach. */
  giveWay(): void {
    this.#connection.endLook();
    this.#written ??= [];
  }

  /** Notes that a contract is written to: it may come within reach. None goes out of it before the vault is locked. */
  noteWritten(contractId: string): void {
    this.#written?.push(contractId);
  }

  close(): void {
    this.#connection.close();
  }

  #ready(): Connection {
    const written = this.#written;
    if (written === null) return this.#connection;
    this.#written = null;
    this.#connection.run(within(written.length === 0 ? concerned(this.#user) : sql`${kept(this.#user, sql`id IN ${listed(written)}`)} UNION ${concerned(this.#user)}`));
    return this.#connection;
  }

  #of(statement: Sql): Sql {
    const known = this.#rewritten.get(statement.text);
    if (known !== undefined) return { text: known, values: statement.values };
    const rewritten = this.#reading.rewritten(statement);
    this.#rewritten.set(statement.text, rewritten.text);
    return rewritten;
  }
}

interface Person {
  readonly id: UserId;
  readonly name: string;
  readonly reach: Reach;
}

function within(contracts: Sql): Sql {
  return sql`INSERT OR IGNORE INTO temp.reach (contract_id) SELECT contract_id FROM (${contracts}) WHERE contract_id IS NOT NULL`;
}

/** Of some contracts, those that somebody made or keeps, and those of their departments: one walk over all of them. */
function kept({ id, name, reach }: Person, some: Sql): Sql {
  const departments = reach.scope === 'department' ? reach.departments : [];
  return sql`SELECT id AS contract_id FROM ${core}.contracts WHERE ${some} AND (owner_id = ${id} OR owner_name = ${name} OR department IN ${listed(departments)})`;
}

/** Contracts in which there is something for somebody to do, or was and is noted as theirs. Every part has an index to go by. */
function concerned({ id }: Person): Sql {
  return sql`
    SELECT contract_id FROM ${core}.approval_tasks AS task JOIN ${core}.approval_rounds AS round ON round.id = task.round_id WHERE assignee_id = ${id} AND task.state = 'pending'
    UNION SELECT contract_id FROM ${core}.approval_tasks AS task JOIN ${core}.approval_rounds AS round ON round.id = task.round_id WHERE assignee_id = ${id} AND decided_at IS NOT NULL
    UNION SELECT contract_id FROM ${core}.obligations WHERE owner_id = ${id}
    UNION SELECT contract_id FROM ${core}.payment_dues WHERE owner_id = ${id}
    UNION SELECT contract_id FROM ${core}.problems WHERE owner_id = ${id}
    UNION SELECT contract_id FROM ${core}.risks WHERE owner_id = ${id}
    UNION SELECT contract_id FROM ${core}.reviews WHERE reviewer_id = ${id} AND state IN ('scheduled', 'in_progress')
    UNION SELECT contract_id FROM ${core}.review_findings WHERE owner_id = ${id}
    UNION SELECT contract_id FROM ${core}.tasks WHERE assignee_id = ${id}
    UNION SELECT contract_id FROM ${core}.envelope_signers AS signer JOIN ${core}.envelopes AS envelope ON envelope.id = signer.envelope_id WHERE user_id = ${id}`;
}

const core: Sql = { text: wholeSchemaOf('core'), values: [] };
