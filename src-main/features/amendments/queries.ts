import { clauseChangeSchema, termsChangeSchema, termsSchema, type AmendedTerms, type Amendment, type AmendmentDraft, type AmendmentId, type ClauseChange, type Terms } from '#shared/features/amendments/model.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { recordAmountSchema, type RecordAmount } from '#shared/features/contracts/record.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { withheld, type Withheld } from '#shared/kernel/withheld.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { listed, sql } from '../../db/sql.ts';

/** Which compartments the person's keys open beside core. */
export interface Held {
  readonly clauses: boolean;
  readonly finance: boolean;
}

interface Row {
  readonly id: AmendmentId;
  readonly sequence: number;
  readonly kind: Amendment['kind'];
  readonly effectiveOn: Day;
  readonly documentId: ContractId | null;
  readonly documentNumber: string | null;
  readonly terms: string;
  readonly changesAmount: number;
  readonly createdAt: number;
  readonly createdByName: string;
  readonly voidedAt: number | null;
  readonly voidedByName: string | null;
  readonly voidReason: string;
}

/** All amendments of a contract as they were recorded, voided ones too; words and sums as far as the keys go. */
export function listAmendments(db: Readable, contractId: ContractId, held: Held): readonly Amendment[] {
  const rows = db.all<Row>(sql`
    SELECT amendments.id, amendments.sequence, amendments.kind, amendments.effective_on AS effectiveOn, amendment_contract_id AS documentId,
      documents.number AS documentNumber, changes AS terms, changes_amount AS changesAmount, amendments.created_at AS createdAt,
      author.name AS createdByName, voided_at AS voidedAt, voider.name AS voidedByName, void_reason AS voidReason
    FROM contract_amendments AS amendments JOIN users AS author ON author.id = created_by LEFT JOIN users AS voider ON voider.id = voided_by
      LEFT JOIN contracts AS documents ON documents.id = amendment_contract_id
    WHERE contract_id = ${contractId} ORDER BY sequence`);
  return rows.map(({ terms, changesAmount, ...row }) => ({
    ...row,
    ...(held.clauses ? findTexts(db, row.id) : { rationale: withheld, clauses: withheld }),
    terms: termsChangeSchema.parse(JSON.parse(terms)),
    changesAmount: changesAmount === 1,
    amount: held.finance ? findAmount(db, row.id) : withheld,
  }));
}

function findTexts(db: Readable, id: AmendmentId): { readonly rationale: string; readonly clauses: readonly ClauseChange[] } {
  const row = db.get<{ rationale: string; clauses: string }>(sql`SELECT rationale, clauses FROM clauses.amendment_texts WHERE amendment_id = ${id}`);
  return row === undefined ? { rationale: '', clauses: [] } : { rationale: row.rationale, clauses: clauseChangeSchema.array().parse(JSON.parse(row.clauses)) };
}

function findAmount(db: Readable, id: AmendmentId): RecordAmount | null {
  const row = db.get<{ amount: string }>(sql`SELECT changes AS amount FROM finance.amendment_amounts WHERE amendment_id = ${id}`);
  return row === undefined ? null : recordAmountSchema.parse(JSON.parse(row.amount));
}

/** The names of parties, archived or not; an id that the vault doesn't know is left out. */
export function listPartyNames(db: Readable, ids: readonly PartyId[]): AmendedTerms['partyNames'] {
  return db.all(sql`SELECT id, name_zh AS nameZh, name_en AS nameEn FROM parties WHERE id IN ${listed(ids)}`);
}

/** The terms as signed; null as long as nothing was amended. */
export function findOriginalTerms(db: Readable, contractId: ContractId): Terms | null {
  const row = db.get<{ terms: string }>(sql`SELECT terms FROM contract_original_terms WHERE contract_id = ${contractId}`);
  return row === undefined ? null : termsSchema.parse(JSON.parse(row.terms));
}

export function saveOriginalTerms(db: Writable, contractId: ContractId, terms: Terms): void {
  db.run(sql`UPDATE contract_original_terms SET terms = ${JSON.stringify(terms)} WHERE contract_id = ${contractId}`);
}

/** The sum as signed; undefined as long as no amendment changed it. */
export function findOriginalAmount(db: Readable, contractId: ContractId): RecordAmount | null | undefined {
  const row = db.get<{ amount: string }>(sql`SELECT amount FROM finance.contract_original_amounts WHERE contract_id = ${contractId}`);
  return row === undefined ? undefined : recordAmountSchema.nullable().parse(JSON.parse(row.amount));
}

export interface NewAmendment {
  readonly id: AmendmentId;
  readonly contractId: ContractId;
  readonly draft: AmendmentDraft;
  readonly at: number;
  readonly by: UserId;
}

/** Writes an amendment over the compartments; the terms and the sum as signed are kept with the first. */
export function insertAmendment(db: Writable, { id, contractId, draft, at, by }: NewAmendment, original: Terms, originalAmount: RecordAmount | null | Withheld, held: Held): void {
  db.run(sql`INSERT INTO contract_original_terms (contract_id, terms) VALUES (${contractId}, ${JSON.stringify(original)}) ON CONFLICT DO NOTHING`);
  db.run(sql`
    INSERT INTO contract_amendments (id, contract_id, amendment_contract_id, sequence, effective_on, rationale, changes, created_at, created_by, kind, changes_amount)
    SELECT ${id}, ${contractId}, ${draft.documentId}, COALESCE(MAX(sequence), 0) + 1, ${draft.effectiveOn}, '', ${JSON.stringify(draft.terms)}, ${at}, ${by},
      ${draft.kind}, ${draft.amount === null ? 0 : 1}
    FROM contract_amendments WHERE contract_id = ${contractId}`);
  if (held.clauses) {
    db.run(sql`INSERT INTO clauses.amendment_texts (amendment_id, rationale, clauses) VALUES (${id}, ${draft.rationale}, ${JSON.stringify(draft.clauses)})`);
  }
  if (draft.amount === null || !held.finance) return;
  db.run(sql`INSERT INTO finance.contract_original_amounts (contract_id, amount) VALUES (${contractId}, ${JSON.stringify(originalAmount)}) ON CONFLICT DO NOTHING`);
  db.run(sql`
    INSERT INTO finance.amendment_amounts (amendment_id, changes, contract_id, effective_on)
    VALUES (${id}, ${JSON.stringify(draft.amount)}, ${contractId}, ${draft.effectiveOn})`);
}

export function voidAmendment(db: Writable, id: AmendmentId, reason: string, at: number, by: UserId): void {
  db.run(sql`UPDATE contract_amendments SET voided_at = ${at}, voided_by = ${by}, void_reason = ${reason} WHERE id = ${id}`);
}

/** Contracts with an amendment whose day has come and which is not in their record yet, at most as many as a moment takes. The `+` goes by the day instead of walking over all. */
export function listDue(db: Readable, today: Day, held: Held): readonly ContractId[] {
  const own = db.all<{ id: ContractId }>(sql`
    SELECT DISTINCT +contract_id AS id FROM contract_amendments WHERE is_applied = 0 AND voided_at IS NULL AND effective_on <= ${today} LIMIT 500`);
  const sums = held.finance
    ? db.all<{ id: ContractId }>(sql`SELECT DISTINCT contract_id AS id FROM finance.amendment_amounts WHERE is_applied = 0 AND effective_on <= ${today} LIMIT 500`)
    : [];
  return [...new Set([...own, ...sums].map(({ id }) => id))];
}

/** The earliest day on which an amendment takes effect that is not in its record yet; null when none is to come. */
export function nextDue(db: Readable): Day | null {
  return db.get<{ day: Day | null }>(sql`SELECT MIN(effective_on) AS day FROM contract_amendments WHERE is_applied = 0 AND voided_at IS NULL`)?.day ?? null;
}

/** Notes that the record says what the amendments up to a day say. */
export function markApplied(db: Writable, contractId: ContractId, today: Day, held: Held): void {
  db.run(sql`UPDATE contract_amendments SET is_applied = 1 WHERE contract_id = ${contractId} AND effective_on <= ${today}`);
  if (held.finance) db.run(sql`UPDATE finance.amendment_amounts SET is_applied = 1 WHERE contract_id = ${contractId} AND effective_on <= ${today}`);
}
