import type { Compartment } from '#shared/features/vault/compartments.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { CustomRoleId } from '#shared/features/vault/custom-roles.ts';
import type { Reach } from '#shared/features/vault/reach.ts';
import type { Permission, Role } from '#shared/features/vault/roles.ts';
import { assert } from '#shared/kernel/assert.ts';
import type { Json } from '#shared/kernel/canonical-json.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { appendAuditEvent, auditHead, sealAuditHead, type AuditPlace } from '../audit/audit-chain.ts';
import type { AuditAnchor } from '../audit/check-chain.ts';
import { deriveKey } from '../crypto/digest.ts';
import type { KeyPair } from '../crypto/sealing.ts';
import type { Secret } from '../crypto/secret.ts';
import type { Connection, Readable, Writable } from '../db/connection.ts';
import { systemErrorCode } from '../files/file-errors.ts';
import type { Clock } from '../ports.ts';
import { auditKeyOf } from './audit-key.ts';
import { readHeader, writeHeader } from './header.ts';
import { wipeKeyRing, type KeyRing } from './key-ring.ts';
import type { VaultLock } from './lock-file.ts';
import { LimitedReader } from './reach.ts';
import { writeSetting } from './vault-settings.ts';

export interface SessionUser {
  readonly id: UserId;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly customRoles: readonly CustomRoleId[];
  /** Which contracts they may see. */
  readonly reach: Reach;
}

/** Writes down, in the running transaction, what a change did to which thing. */
export type RecordChange = (subjectKind: string, subjectId: string, facts?: { readonly [name: string]: Json }) => void;

export interface SessionParts {
  readonly folder: string;
  readonly user: SessionUser;
  readonly permissions: ReadonlySet<Permission>;
  readonly connection: Connection;
  /** The same files for reading a part of them; null for whoever may see every contract. */
  readonly limited: Connection | null;
  readonly ring: KeyRing;
  readonly pair: KeyPair;
  readonly lock: VaultLock;
  readonly clock: Clock;
}

/** Work that began in an open vault went on after it was locked. */
export class VaultLocked extends Error {
  constructor() {
    super('the vault was locked meanwhile');
  }
}

/** The vault's keys are being changed: reading goes on, writing has to wait. What works in the background waits as after a lock. */
export class VaultBusy extends VaultLocked {}

/** An open vault, seen by the one person whose passphrase opened it. */
export class Session {
  readonly folder: string;
  readonly user: SessionUser;
  readonly compartments: readonly Compartment[];
  readonly permissions: ReadonlySet<Permission>;
  readonly pair: KeyPair;
  readonly #connection: Connection;
  readonly #limited: LimitedReader | null;
  #isWriting = false;
  #ring: KeyRing;
  readonly #lock: VaultLock;
  readonly #clock: Clock;
  #auditKey: Secret;
  #isHeld = false;
  readonly #disclosed = new Set<string>();
  /** What was shown while nothing could be written. */
  readonly #unnoted: (() => void)[] = [];
  /** The end of the audit chain within the running transaction; null: as it stands in the file. */
  #chainEnd: AuditPlace | null = null;
  #closed = false;

  constructor(parts: SessionParts) {
    this.folder = parts.folder;
    this.user = parts.user;
    this.#ring = parts.ring;
    this.pair = parts.pair;
    this.#connection = parts.connection;
    this.#lock = parts.lock;
    this.#clock = parts.clock;
    this.#auditKey = auditKeyOf(parts.ring);
    this.compartments = (['core', 'clauses', 'finance'] as const).filter(
      (compartment) => parts.ring.compartments[compartment] !== undefined,
    );
    this.permissions = parts.permissions;
    this.#limited = parts.limited === null ? null : new LimitedReader(parts.limited, this.compartments, parts.user, () => (this.#isWriting ? this.#connection : null));
  }

  /** The keys that are in force now. */
  get ring(): KeyRing {
    return this.#ring;
  }

  /** Whether the vault was locked: nothing is read or written any more. */
  get isClosed(): boolean {
    return this.#closed;
  }

  /** Whether the keys are being changed. */
  get isBusy(): boolean {
    return this.#isHeld;
  }

  /** What the person may see. */
  get db(): Readable {
    if (this.#closed) throw new VaultLocked();
    return this.#limited ?? this.#connection;
  }

  /**
   * Everything that the keys open, whoever unlocked: for the work that keeps a vault in order by itself. What is read of
   * it is never shown, but for the measures of everybody's work, which are the same whoever asks.
   */
  get whole(): Readable {
    if (this.#closed) throw new VaultLocked();
    return this.#connection;
  }

  /** Runs work that reads as one look at the vault: much faster than its statements one by one. */
  look<Value>(work: () => Value): Value {
    if (this.#closed) throw new VaultLocked();
    const limited = this.#limited;
    return this.#connection.look(limited === null ? work : () => limited.look(work));
  }

  /** Whether an id is of something that belongs to a contract that the person may not see. */
  isOutOfReach(id: string): boolean {
    if (this.#closed) throw new VaultLocked();
    return this.#limited?.isOutside(id) ?? false;
  }

  holds(compartment: Compartment): boolean {
    return this.compartments.includes(compartment);
  }

  /**
   * The way to change data: one transaction over all compartments that ends with an audit event for each thing
   * recorded. A failed Result or a throw leaves everything as it was.
   */
  write<Value, Code extends string>(
    operation: string,
    work: (db: Writable, record: RecordChange) => Result<Value, Code>,
  ): Result<Value, Code> {
    this.#assertWritable();
    const rollback = new Error('the work failed; its changes are rolled back');
    let outcome: Result<Value, Code> | undefined;
    try {
      this.#transact(() => {
        let recorded = false;
        outcome = work(this.#connection, (subjectKind, subjectId, facts = {}) => {
          recorded = true;
          if (subjectKind === 'contract') this.#limited?.noteWritten(subjectId);
          const entry = { at: this.#clock.now(), actorId: this.user.id, operation, subjectKind, subjectId, facts };
          this.#chainEnd = appendAuditEvent(this.#connection, entry, this.#chainEnd ?? auditHead(this.#connection));
        });
        if (!outcome.ok) throw rollback;
        assert(recorded, `${operation} changed the vault without an audit event`);
        // Once for all events of the transaction: only its last one is the end that is vouched for.
        if (this.#chainEnd !== null) sealAuditHead(this.#connection, this.#chainEnd, this.#auditKey);
      });
    } catch (error) {
      if (error !== rollback) throw error;
    } finally {
      // Also after a write within a write, whose events may have been rolled back.
      this.#chainEnd = null;
    }
    assert(outcome !== undefined, 'a transaction ended without an outcome');
    return outcome;
  }

  /**
   * Writes what only follows from other data and could be made from it anew: an index, dates kept for lists. It says
   * nothing that was not said before, so it leaves no audit event.
   */
  derive(work: (db: Writable) => void): void {
    this.#assertWritable();
    this.#transact(() => work(this.#connection));
  }

  /**
   * Notes that texts or amounts of a thing were shown or written out. What is looked at time and again is noted once
   * in a session.
   */
  noteDisclosure(operation: string, subjectKind: string, subjectId: string, onceOnly: boolean): void {
    const mark = `${operation} ${subjectId}`;
    if (onceOnly && this.#disclosed.has(mark)) return;
    const note = (): void => {
      this.write(operation, (_db, record) => {
        record(subjectKind, subjectId);
        return succeed(null);
      });
    };
    if (this.#isHeld) this.#unnoted.push(note);
    else note();
    this.#disclosed.add(mark);
  }

  /** What the end of the audit chain is held against: the key that vouches for it and what the header remembers. */
  auditAnchor(): Result<AuditAnchor, 'DAMAGED_HEADER'> {
    const header = readHeader(this.folder);
    if (!header.ok) return fail('DAMAGED_HEADER');
    const keyNow = (): Secret => this.#auditKey;
    return succeed({
      // The one that is in force when it is asked for: walking a long chain takes longer than changing the keys.
      get key() {
        return keyNow();
      },
      mark: header.value.audit ?? null,
    });
  }

  /** Refuses every write with VaultBusy until the answer is called; what was shown meanwhile is noted then. */
  holdWrites(): () => void {
    this.#assertWritable();
    this.#isHeld = true;
    return () => {
      this.#isHeld = false;
      if (this.#closed) return;
      for (const note of this.#unnoted.splice(0)) note();
    };
  }

  /** Goes on with other keys: `reopen` changes the closed files over and opens them anew. The old keys are overwritten. */
  exchangeKeys(ring: KeyRing, reopen: () => Connection): void {
    if (this.#closed) throw new VaultLocked();
    assert(this.#limited === null, 'keys are changed by somebody who does not see every contract');
    this.#connection.exchange(reopen);
    wipeKeyRing(this.#ring);
    this.#auditKey.wipe();
    this.#ring = ring;
    this.#auditKey = auditKeyOf(ring);
  }

  #transact(work: () => void): void {
    const isWithin = this.#isWriting;
    this.#limited?.giveWay();
    this.#isWriting = true;
    try {
      this.#connection.transact(work);
    } catch (error) {
      // A backup holds the files still for longer than SQLite waits: on a slow disk, and of a very large vault.
      if (systemErrorCode(error)?.startsWith('SQLITE_BUSY') === true) throw new VaultBusy();
      throw error;
    } finally {
      this.#isWriting = isWithin;
    }
  }

  #assertWritable(): void {
    if (this.#closed) throw new VaultLocked();
    if (this.#isHeld) throw new VaultBusy();
  }

  /** A key that only this person's passphrase leads to, for one purpose: other users' keys don't open it. */
  ownKey(purpose: string): Secret {
    return deriveKey(this.pair.privateKey, purpose);
  }

  /** Closes the files, gives the vault free and overwrites the keys. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#limited?.close();
    this.#rememberAuditHead();
    this.#connection.close();
    this.#auditKey.wipe();
    wipeKeyRing(this.ring);
    this.pair.privateKey.wipe();
    this.#lock.release();
  }

  /**
   * Tells the header where the audit chain ends, so that an older copy of core put back later is noticed. The header
   * first: a stop in between leaves it one ahead of what core remembers, which is how every change of it begins.
   */
  #rememberAuditHead(): void {
    try {
      const header = readHeader(this.folder);
      const { sequence, hash } = auditHead(this.#connection);
      if (!header.ok || header.value.audit?.sequence === sequence) return;
      const { mac: _, ...rest } = header.value;
      const generation = rest.generation + 1;
      writeHeader(this.folder, { ...rest, generation, audit: { sequence, hash } }, this.ring.header);
      this.#connection.transact(() => writeSetting(this.#connection, 'header_generation', String(generation)));
    } catch (error) {
      // A folder that was pulled out or is full keeps the older mark; locking must not fail for it.
      if (systemErrorCode(error) === null) throw error;
    }
  }
}
