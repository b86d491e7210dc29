import type { ContractPart } from '#shared/features/backups/selective.ts';
import { belongingTo } from '../db/belongings.ts';

/** A table that holds rows of a contract. */
export interface ContractTable {
  readonly schema: 'main' | 'clauses' | 'finance';
  readonly name: string;
  /** What of a contract its rows are; `whole`: only of one that is brought back as a copy. */
  readonly part: ContractPart | 'whole';
  readonly key: readonly string[];
  /** Finds the contract's rows where `belongings` can't say it; its id is bound once for each mark. */
  readonly where?: string;
  /** Columns that say nothing about the contract's content, or that follow from other rows. */
  readonly ignored?: readonly string[];
  /** The column that names an entry for the eye. */
  readonly shown?: string;
}

const bodies = `SELECT body_digest FROM clauses.contract_texts WHERE ${belongingTo('clauses', 'contract_texts')}`;
const kept = `SELECT attachment_id FROM clauses.contract_attachments WHERE contract_id = ? UNION SELECT attachment_id FROM clauses.evidence_files WHERE ${belongingTo('clauses', 'evidence_files')}`;

/** Every table with a contract's rows, those that others refer to first. */
export const contractTables: readonly ContractTable[] = [
  {
    ...{ schema: 'main', name: 'contracts', part: 'record', key: ['id'], shown: 'title' },
    ignored: ['number', 'language', 'stage', 'template_version_id', 'owner_id', 'superseded_by', 'version_number', 'exported_at', 'archived_at', 'created_at', 'updated_at', 'revision', 'title_key', 'owner_key', 'department_key'],
  },
  { schema: 'main', name: 'contract_dates', part: 'whole', key: ['contract_id'], ignored: ['term_end_on', 'notice_deadline_on', 'safe_send_on', 'valid_through', 'is_watched'] },
  { schema: 'main', name: 'contract_parties', part: 'whole', key: ['contract_id', 'position'] },
  { schema: 'main', name: 'contract_tags', part: 'record', key: ['contract_id', 'tag'], shown: 'tag' },
  { schema: 'finance', name: 'contract_totals', part: 'record', key: ['contract_id'] },
  { schema: 'main', name: 'contract_versions', part: 'whole', key: ['id'] },
  { schema: 'clauses', name: 'contract_bodies', part: 'whole', key: ['digest'], where: `digest IN (${bodies})` },
  { schema: 'clauses', name: 'contract_texts', part: 'whole', key: ['version_id'] },
  { schema: 'finance', name: 'contract_amounts', part: 'whole', key: ['version_id'] },
  { schema: 'main', name: 'milestones', part: 'obligations', key: ['id'], ignored: ['revision'], shown: 'name' },
  { schema: 'finance', name: 'milestone_worths', part: 'obligations', key: ['milestone_id'] },
  { schema: 'main', name: 'obligation_series', part: 'obligations', key: ['id'], ignored: ['laid_until'] },
  { schema: 'main', name: 'obligations', part: 'obligations', key: ['id'], ignored: ['created_at', 'updated_at', 'revision', 'title_key'], shown: 'title' },
  { schema: 'main', name: 'obligation_dependencies', part: 'obligations', key: ['obligation_id', 'needs_id'] },
  { schema: 'main', name: 'obligation_events', part: 'obligations', key: ['obligation_id', 'from_status', 'to_status', 'at'] },
  { schema: 'main', name: 'deliverables', part: 'obligations', key: ['id'], shown: 'name' },
  { schema: 'main', name: 'obligation_evidence', part: 'obligations', key: ['id'] },
  { schema: 'clauses', name: 'obligation_texts', part: 'obligations', key: ['obligation_id'] },
  { schema: 'clauses', name: 'deliverable_specs', part: 'obligations', key: ['deliverable_id'] },
  { schema: 'main', name: 'attachments', part: 'files', key: ['id'], where: `id IN (${kept})`, ignored: ['file_name', 'rekeyed_at'] },
  // The key of a file that is there is the one that it lies under now.
  { schema: 'clauses', name: 'attachment_shares', part: 'files', key: ['attachment_id'], where: `attachment_id IN (${kept})`, ignored: ['share'] },
  { schema: 'clauses', name: 'evidence_files', part: 'files', key: ['evidence_id'], shown: 'name' },
  { schema: 'clauses', name: 'contract_attachments', part: 'files', key: ['id'], ignored: ['row', 'text_state', 'text', 'text_note', 'is_name_indexed'], shown: 'name' },
  { schema: 'main', name: 'sla_metrics', part: 'obligations', key: ['id'], ignored: ['revision'], shown: 'name' },
  { schema: 'main', name: 'sla_measurements', part: 'obligations', key: ['metric_id', 'period_start_on'] },
  { schema: 'finance', name: 'sla_credits', part: 'obligations', key: ['metric_id'] },
  { schema: 'main', name: 'payment_dues', part: 'payments', key: ['id'], ignored: ['revision'] },
  { schema: 'finance', name: 'payment_plans', part: 'payments', key: ['payment_id'], shown: 'condition' },
  { schema: 'finance', name: 'invoices', part: 'payments', key: ['id'], shown: 'number' },
  { schema: 'finance', name: 'payment_records', part: 'payments', key: ['id'] },
];

export type Value = string | number | null | Uint8Array;
export type Row = Readonly<Record<string, Value>>;
export type RowsByTable = Readonly<Record<string, readonly Row[]>>;

/** The statement that reads a table's rows of a contract. Names come from the list above, never from a person. */
export function rowsOf({ schema, name, where = belongingTo(schema === 'main' ? 'core' : schema, name) }: ContractTable, contractId: string): { readonly text: string; readonly values: readonly string[] } {
  const marks = where.split('?').length - 1;
  return { text: `SELECT * FROM ${schema}.${name} WHERE ${where}`, values: Array.from({ length: marks }, () => contractId) };
}

/** The columns of a row that say something. */
export function contentOf({ ignored = [] }: ContractTable, row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !ignored.includes(column)));
}

/** A row as text, bytes as base64; `parseRow` reads it back. Equal rows give equal texts. */
export function rowText(row: Row): string {
  return JSON.stringify(Object.fromEntries(Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([column, value]) => [column, value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value])));
}

export function parseRow(text: string): Row {
  const read = JSON.parse(text) as Readonly<Record<string, string | number | null | { readonly base64: string }>>;
  return Object.fromEntries(Object.entries(read).map(([column, value]) => [column, typeof value === 'object' && value !== null ? Buffer.from(value.base64, 'base64') : value]));
}
