import type { ContractId, ContractLanguage, ContractLink, ContractNotice, EndedSigning, NoticeEntry, StageEvent } from '#shared/features/contracts/model.ts';
import type { AmountBasis, ContractRecord, RecordAmount, RecordParty } from '#shared/features/contracts/record.ts';
import type { Stage } from '#shared/features/contracts/stage.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import type { ContractType } from '#shared/features/templates/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { Currency } from '#shared/kernel/money.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { nameKey, ownNameKey } from '../../db/name-order.ts';
import { numberOrder } from '../../db/number-order.ts';
import { sql, type Sql } from '../../db/sql.ts';

export interface RecordToAdd extends RecordHead {
  readonly id: ContractId;
  readonly number: string;
  readonly language: ContractLanguage;
  readonly stage: Stage;
  readonly ownerId: UserId;
  readonly record: ContractRecord;
  readonly dates: TermDates;
}

/**
 * Adds a contract that was made elsewhere with its record, the dates that lists go by, its parties and tags: each row is
 * written once, for an import adds a hundred thousand. Its revision is the second, as of one that was inserted and then
 * written: by that, undoing an import tells whether somebody changed it since.
 */
export function insertRecord(db: Writable, { id, number, title, contractType, language, stage, ownerId, record, dates, at }: RecordToAdd): void {
  db.run(sql`
    INSERT INTO contracts (id, number, title, contract_type, language, stage, template_version_id, owner_id, owner_name,
      record_kind, parent_id, direction, signed_on, effective_on, expires_on, renewal_type, department, confidentiality,
      details, version_number, created_at, updated_at, revision, title_key, owner_key, department_key)
    VALUES (${id}, ${number}, ${title}, ${contractType}, ${language}, ${stage}, ${null}, ${ownerId}, ${record.ownerName},
      ${record.recordKind}, ${record.parentId}, ${record.direction}, ${record.signedOn}, ${record.effectiveOn},
      ${record.expiresOn}, ${record.renewalType}, ${record.department}, ${record.confidentiality},
      ${JSON.stringify(record.details)}, 0, ${at}, ${at}, 2, ${nameKey(title)}, ${ownNameKey(record.ownerName)},
      ${ownNameKey(record.department)})`);
  db.run(sql`
    INSERT INTO contract_dates (contract_id, term_end_on, notice_deadline_on, safe_send_on, valid_through, is_watched)
    VALUES (${id}, ${dates.end ?? ''}, ${dates.deadline ?? ''}, ${dates.safeSend ?? ''}, ${dates.validThrough},
      ${stage === 'signed' ? 1 : 0})`);
  addRecordParties(db, id, record.parties);
  for (const tag of new Set(record.tags)) addTag(db, id, tag);
}

/** Writes all of a record but its parties, tags and sum. */
export function updateRecord(db: Writable, id: ContractId, record: ContractRecord, { title, contractType, at }: RecordHead): void {
  db.run(sql`
    UPDATE contracts SET title = ${title}, contract_type = ${contractType}, record_kind = ${record.recordKind},
      parent_id = ${record.parentId}, direction = ${record.direction}, signed_on = ${record.signedOn},
      effective_on = ${record.effectiveOn}, expires_on = ${record.expiresOn}, renewal_type = ${record.renewalType},
      owner_name = ${record.ownerName}, department = ${record.department}, confidentiality = ${record.confidentiality},
      details = ${JSON.stringify(record.details)}, title_key = ${nameKey(title)}, owner_key = ${ownNameKey(record.ownerName)},
      department_key = ${ownNameKey(record.department)}, updated_at = ${at}, revision = revision + 1
    WHERE id = ${id}`);
}

export interface RecordHead {
  readonly title: string;
  readonly contractType: ContractType;
  readonly at: number;
}

export function replaceTags(db: Writable, id: ContractId, tags: readonly string[]): void {
  db.run(sql`DELETE FROM contract_tags WHERE contract_id = ${id}`);
  for (const tag of new Set(tags)) addTag(db, id, tag);
}

export function addTag(db: Writable, id: ContractId, tag: string): void {
  db.run(sql`INSERT INTO contract_tags (contract_id, tag) VALUES (${id}, ${tag}) ON CONFLICT DO NOTHING`);
}

export function removeTag(db: Writable, id: ContractId, tag: string): void {
  db.run(sql`DELETE FROM contract_tags WHERE contract_id = ${id} AND tag = ${tag}`);
}

/** The parties with what they are in the contract; the text's own come first, by their variables. */
export function findRecordParties(db: Readable, id: ContractId): RecordParty[] {
  return db.all(sql`
    SELECT party_id AS partyId, CASE WHEN role <> '' THEN role WHEN position = 0 THEN 'party_a' ELSE 'party_b' END AS role,
      signatory
    FROM contract_parties WHERE contract_id = ${id} ORDER BY position`);
}

/** Writes the parties of a contract that has no text; the text's own parties come from the text. */
export function replaceRecordParties(db: Writable, id: ContractId, parties: readonly RecordParty[]): void {
  db.run(sql`DELETE FROM contract_parties WHERE contract_id = ${id}`);
  addRecordParties(db, id, parties);
}

function addRecordParties(db: Writable, id: ContractId, parties: readonly RecordParty[]): void {
  parties.forEach(({ partyId, role, signatory }, position) =>
    db.run(sql`
      INSERT INTO contract_parties (contract_id, position, variable_key, party_id, role, signatory)
      VALUES (${id}, ${position}, '', ${partyId}, ${role}, ${signatory})`),
  );
}

/** Writes who is bound from now on; a party that the text names keeps its blank in it. */
export function amendParties(db: Writable, id: ContractId, parties: readonly RecordParty[]): void {
  const keys = new Map(db.all<{ id: PartyId; key: string }>(sql`SELECT party_id AS id, variable_key AS key FROM contract_parties WHERE contract_id = ${id}`).map((row) => [row.id, row.key]));
  db.run(sql`DELETE FROM contract_parties WHERE contract_id = ${id}`);
  parties.forEach(({ partyId, role, signatory }, position) =>
    db.run(sql`
      INSERT INTO contract_parties (contract_id, position, variable_key, party_id, role, signatory)
      VALUES (${id}, ${position}, ${keys.get(partyId) ?? ''}, ${partyId}, ${role}, ${signatory})`),
  );
}

/** Writes roles and signatories of the parties that the contract has already. */
export function updatePartyRoles(db: Writable, id: ContractId, parties: readonly RecordParty[]): void {
  for (const { partyId, role, signatory } of parties) {
    db.run(sql`
      UPDATE contract_parties SET role = ${role}, signatory = ${signatory} WHERE contract_id = ${id} AND party_id = ${partyId}`);
  }
}

interface AmountRow {
  readonly minor: number;
  readonly currency: Currency;
  readonly exclusive_minor: number | null;
  readonly tax_basis_points: number | null;
  readonly basis: AmountBasis;
}

export function findAmount(db: Readable, id: ContractId): RecordAmount | null {
  const row = db.get<AmountRow>(sql`
    SELECT minor, currency, exclusive_minor, tax_basis_points, basis FROM finance.contract_totals WHERE contract_id = ${id}`);
  if (row === undefined) return null;
  return {
    inclusive: { minor: row.minor, currency: row.currency },
    exclusiveMinor: row.exclusive_minor,
    taxBasisPoints: row.tax_basis_points,
    basis: row.basis,
  };
}

export function saveAmount(db: Writable, id: ContractId, amount: RecordAmount | null): void {
  db.run(sql`DELETE FROM finance.contract_totals WHERE contract_id = ${id}`);
  if (amount !== null) insertAmount(db, id, amount);
}

/** Writes the sum of a contract that has none. */
export function insertAmount(db: Writable, id: ContractId, amount: RecordAmount): void {
  const { inclusive, exclusiveMinor, taxBasisPoints, basis } = amount;
  db.run(sql`
    INSERT INTO finance.contract_totals (contract_id, minor, currency, exclusive_minor, tax_basis_points, basis)
    VALUES (${id}, ${inclusive.minor}, ${inclusive.currency}, ${exclusiveMinor}, ${taxBasisPoints}, ${basis})`);
}

export interface TermDates {
  readonly end: Day | null;
  readonly deadline: Day | null;
  readonly safeSend: Day | null;
  readonly validThrough: Day;
}

export function saveDates(db: Writable, id: ContractId, { end, deadline, safeSend, validThrough }: TermDates): void {
  db.run(sql`
    UPDATE contract_dates SET term_end_on = ${end ?? ''}, notice_deadline_on = ${deadline ?? ''},
      safe_send_on = ${safeSend ?? ''}, valid_through = ${validThrough}
    WHERE contract_id = ${id}`);
}

/** Contracts whose kept dates are no longer sure on a day, at most so many. */
export function listOutdated(db: Readable, today: Day, limit: number): ContractId[] {
  return db
    .all<{ id: ContractId }>(sql`SELECT contract_id AS id FROM contract_dates WHERE valid_through < ${today} LIMIT ${limit}`)
    .map(({ id }) => id);
}

/** The last day for which all kept dates are sure, empty where some are not at all; null when they stay right for ever. */
export function earliestOutdated(db: Readable): Day | '' | null {
  return db.get<{ day: Day | '' | null }>(sql`SELECT min(valid_through) AS day FROM contract_dates WHERE valid_through < '9999-12-31'`)?.day ?? null;
}

/**
 * Makes the kept dates of every contract unsure that may renew, or under which something open is due in working days: those
 * that they were reckoned with changed.
 */
export function forgetWorkingDays(db: Writable): void {
  const owing = (table: Sql) => sql`SELECT contract_id FROM ${table} WHERE is_open = 1 AND due_rule ->> 'unit' = 'workingDay'`;
  db.run(sql`
    UPDATE contract_dates SET valid_through = ''
    WHERE contract_id IN (SELECT id FROM contracts WHERE renewal_type IN ('auto', 'option') UNION ${owing(sql`obligations`)} UNION ${owing(sql`payment_dues`)})`);
}

export function setStage(db: Writable, id: ContractId, stage: Stage, signedOn: Day | null, at: number): void {
  db.run(sql`
    UPDATE contracts SET stage = ${stage}, signed_on = ${signedOn}, updated_at = ${at}, revision = revision + 1 WHERE id = ${id}`);
}

export function setSuccessor(db: Writable, id: ContractId, successorId: ContractId): void {
  db.run(sql`UPDATE contracts SET superseded_by = ${successorId} WHERE id = ${id}`);
}

/** Contracts that were changed at or after a moment, the earliest first, after a place in that order. */
export function listChangedSince(db: Readable, since: number, after: { readonly at: number; readonly id: string } | null, limit: number): { readonly id: ContractId; readonly at: number }[] {
  const place = after ?? { at: since, id: '' };
  return db.all(sql`
    SELECT id, updated_at AS at FROM contracts WHERE (updated_at, id) > (${place.at}, ${place.id}) ORDER BY updated_at, id LIMIT ${limit}`);
}

export interface NewStageEvent {
  readonly id: Id<'stageEvent'>;
  readonly contractId: ContractId;
  readonly from: Stage;
  readonly to: Stage;
  readonly reason: string;
  readonly details: { readonly basis: string; readonly notice: string; readonly effectiveOn: Day | null; readonly endedSigning: EndedSigning | null; readonly correction: string };
  readonly at: number;
  readonly by: UserId;
}

export function insertStageEvent(db: Writable, event: NewStageEvent): void {
  db.run(sql`
    INSERT INTO stage_events (id, contract_id, from_stage, to_stage, reason, details, at, by)
    VALUES (${event.id}, ${event.contractId}, ${event.from}, ${event.to}, ${event.reason},
      ${JSON.stringify(event.details)}, ${event.at}, ${event.by})`);
}

/** The steps of the lifecycle, the latest first: in the order in which they were taken, for a clock may be set back. */
export function listStageEvents(db: Readable, id: ContractId): StageEvent[] {
  return db
    .all<{ from: Stage; to: Stage; reason: string; details: string; at: number; byName: string }>(sql`
      SELECT from_stage AS "from", to_stage AS "to", reason, details, at, name AS byName
      FROM stage_events JOIN users ON users.id = by WHERE contract_id = ${id} ORDER BY stage_events.rowid DESC`)
    .map(({ details, ...event }) => ({ ...event, endedSigning: null, correction: '', ...(JSON.parse(details) as Omit<NewStageEvent['details'], 'endedSigning' | 'correction'> & Partial<NewStageEvent['details']>) }));
}

export function insertNotice(db: Writable, contractId: ContractId, notice: NoticeEntry & Pick<ContractNotice, 'id' | 'termEndsOn'>, at: number): void {
  db.run(sql`
    INSERT INTO contract_notices (id, contract_id, kind, term_index, term_ends_on, sent_on, method, tracking_number, received_on, created_at)
    VALUES (${notice.id}, ${contractId}, ${notice.kind}, ${notice.termIndex}, ${notice.termEndsOn}, ${notice.sentOn},
      ${notice.method}, ${notice.trackingNumber}, ${notice.receivedOn}, ${at})`);
}

export function updateNotice(db: Writable, id: ContractNotice['id'], notice: NoticeEntry & Pick<ContractNotice, 'termEndsOn'>): void {
  db.run(sql`
    UPDATE contract_notices SET kind = ${notice.kind}, term_index = ${notice.termIndex}, term_ends_on = ${notice.termEndsOn}, sent_on = ${notice.sentOn},
      method = ${notice.method}, tracking_number = ${notice.trackingNumber}, received_on = ${notice.receivedOn}
    WHERE id = ${id}`);
}

export function setWithdrawn(db: Writable, id: ContractNotice['id'], reason: string, at: number): void {
  db.run(sql`UPDATE contract_notices SET withdrawn_at = ${at}, withdrawn_reason = ${reason} WHERE id = ${id}`);
}

export function listNotices(db: Readable, id: ContractId): ContractNotice[] {
  return db.all(sql`
    SELECT id, kind, term_index AS termIndex, term_ends_on AS termEndsOn, sent_on AS sentOn, method, tracking_number AS trackingNumber,
      received_on AS receivedOn, withdrawn_at AS withdrawnAt, withdrawn_reason AS withdrawnReason
    FROM contract_notices WHERE contract_id = ${id} ORDER BY sent_on DESC, created_at DESC`);
}

/** Notes that something about a contract was changed that stands in another table. */
export function noteChange(db: Writable, id: ContractId, at: number): void {
  db.run(sql`UPDATE contracts SET updated_at = ${at}, revision = revision + 1 WHERE id = ${id}`);
}

/** Notes when something happened under a contract that its record doesn't hold: a form of the record that is open stays good. */
export function noteNews(db: Writable, id: ContractId, at: number): void {
  db.run(sql`UPDATE contracts SET updated_at = ${at} WHERE id = ${id}`);
}

export function setArchived(db: Writable, id: ContractId, archivedAt: number | null, at: number): void {
  db.run(sql`UPDATE contracts SET archived_at = ${archivedAt}, updated_at = ${at}, revision = revision + 1 WHERE id = ${id}`);
}

export function setOwner(db: Writable, id: ContractId, ownerName: string, at: number): void {
  db.run(sql`UPDATE contracts SET owner_name = ${ownerName}, owner_key = ${ownNameKey(ownerName)}, updated_at = ${at}, revision = revision + 1 WHERE id = ${id}`);
}

export function findParent(db: Readable, id: ContractId): ContractId | null {
  return db.get<{ parent_id: ContractId | null }>(sql`SELECT parent_id FROM contracts WHERE id = ${id}`)?.parent_id ?? null;
}

/** The contract that took another's place, and those whose place it took. */
export function findSuccessor(db: Readable, id: ContractId): ContractLink | null {
  return db.get<ContractLink>(sql`
    SELECT id, number, title FROM contracts WHERE id = (SELECT superseded_by FROM contracts WHERE id = ${id})`) ?? null;
}

export function listPredecessors(db: Readable, id: ContractId): ContractLink[] {
  return db.all(sql`SELECT id, number, title FROM contracts WHERE superseded_by = ${id} ORDER BY ${numberOrder(sql`number`)}`);
}

/** Those that took the place of a contract one after the other, or whose place it took; at most 100, the nearest first. */
export function listSuccession(db: Readable, id: ContractId, side: 'predecessor' | 'successor'): ContractId[] {
  const step = side === 'successor' ? sql`contracts.id = (SELECT superseded_by FROM contracts WHERE id = line.id)` : sql`contracts.superseded_by = line.id`;
  return db
    .all<{ id: ContractId }>(sql`
      WITH RECURSIVE line (id, place) AS (
        SELECT ${id}, 0 UNION ALL SELECT contracts.id, place + 1 FROM line JOIN contracts ON ${step} WHERE place < 20
      )
      SELECT id FROM line WHERE place > 0 ORDER BY place LIMIT 100`)
    .map((row) => row.id);
}

/** The contracts of a family, from its head down: the head first, at most 500. */
export function listFamily(db: Readable, head: ContractId): { readonly id: ContractId; readonly depth: number }[] {
  return db.all(sql`
    WITH RECURSIVE family (id, depth, path) AS (
      SELECT id, 0, number FROM contracts WHERE id = ${head}
      UNION ALL
      SELECT contracts.id, depth + 1, path || ' ' || contracts.number
      FROM contracts JOIN family ON contracts.parent_id = family.id WHERE depth < 20
    )
    SELECT id, depth FROM family ORDER BY path LIMIT 500`);
}
