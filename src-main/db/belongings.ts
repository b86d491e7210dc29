import type { Compartment } from '#shared/features/vault/compartments.ts';

/** Through which column a table's rows belong to rows of other tables, and by them to contracts. */
export interface Belonging {
  readonly column: string;
  /** Tables of core whose ids stand in the column. */
  readonly of: readonly string[];
}

/**
 * How the rows of every table belong to contracts, where no column `contract_id` says it. A table that stands neither
 * here nor below, and has no such column, can't be read by whoever sees a part of the contracts only: see `limitReading`.
 */
export const belongings: Readonly<Record<Compartment, Readonly<Record<string, Belonging>>>> = {
  core: {
    approval_tasks: { column: 'round_id', of: ['approval_rounds'] },
    check_runs: { column: 'sheet_id', of: ['check_sheets'] },
    deliverables: { column: 'obligation_id', of: ['obligations'] },
    envelope_files: { column: 'envelope_id', of: ['envelopes'] },
    envelope_signers: { column: 'envelope_id', of: ['envelopes'] },
    obligation_dependencies: { column: 'obligation_id', of: ['obligations'] },
    obligation_events: { column: 'obligation_id', of: ['obligations'] },
    obligation_evidence: { column: 'obligation_id', of: ['obligations'] },
    problem_events: { column: 'problem_id', of: ['problems'] },
    restored_rows: { column: 'restoration_id', of: ['contract_restorations'] },
    // Those over a whole quarter belong to no review: they tell of every contract.
    review_reports: { column: 'review_id', of: ['reviews'] },
    risk_steps: { column: 'risk_id', of: ['risks'] },
    sla_measurements: { column: 'metric_id', of: ['sla_metrics'] },
  },
  clauses: {
    amendment_texts: { column: 'amendment_id', of: ['contract_amendments'] },
    approval_quotes: { column: 'task_id', of: ['approval_tasks'] },
    communication_texts: { column: 'communication_id', of: ['communications'] },
    contract_texts: { column: 'version_id', of: ['contract_versions'] },
    deliverable_specs: { column: 'deliverable_id', of: ['deliverables'] },
    envelope_reasons: { column: 'envelope_id', of: ['envelopes'] },
    evidence_files: { column: 'evidence_id', of: ['obligation_evidence'] },
    file_texts: { column: 'file_id', of: ['contract_files'] },
    obligation_texts: { column: 'obligation_id', of: ['obligations', 'obligation_series'] },
    problem_texts: { column: 'problem_id', of: ['problems'] },
    restored_rows: { column: 'restoration_id', of: ['contract_restorations'] },
    review_finding_texts: { column: 'finding_id', of: ['review_findings'] },
    review_kpi_values: { column: 'review_id', of: ['reviews'] },
    review_report_titles: { column: 'report_id', of: ['review_reports'] },
    risk_notes: { column: 'risk_id', of: ['risks'] },
    signing_evidence: { column: 'signer_id', of: ['envelope_signers'] },
  },
  finance: {
    contract_amounts: { column: 'version_id', of: ['contract_versions'] },
    invoices: { column: 'payment_id', of: ['payment_dues'] },
    milestone_worths: { column: 'milestone_id', of: ['milestones'] },
    payment_records: { column: 'payment_id', of: ['payment_dues'] },
    restored_rows: { column: 'restoration_id', of: ['contract_restorations'] },
    sla_credits: { column: 'metric_id', of: ['sla_metrics'] },
  },
};

/**
 * Tables that say the same to everybody who holds their key: people, templates, rules, counterparties, courses; what only
 * operations over the whole book read; and what names nothing but a digest or a row of an index.
 */
export const commonTables: Readonly<Record<Compartment, readonly string[]>> = {
  core: [
    ...['absences', 'access_review_grants', 'access_reviews', 'custom_roles', 'home_layouts', 'signing_identities', 'user_reaches', 'users'],
    ...['approval_flows', 'calendar_years', 'clause_requirements', 'company_seals', 'laws', 'review_checklists', 'review_policies', 'rule_tunings'],
    ...['template_group_maintainers', 'template_groups', 'template_versions', 'templates', 'warning_rules', 'warning_switches'],
    ...['attachments', 'audit_events', 'audit_head', 'export_intents', 'number_counters', 'parties', 'saved_reports', 'saved_views', 'vault_settings'],
    ...['party_distinctions', 'party_merge_moves', 'party_merges'],
    ...['exchange_contacts', 'exchange_evidence', 'exchange_identities', 'exchange_received', 'exchange_seen', 'exchange_sent'],
    ...['import_arrivals', 'import_batches', 'import_entries', 'import_mappings', 'kept_records', 'restore_drills'],
    ...['improvement_goals', 'improvement_items', 'reminder_sources', 'risk_follows'],
    ...['training_answers', 'training_assignments', 'training_attempts', 'training_certificates', 'training_courses', 'training_feedback', 'training_practice', 'training_reads'],
  ],
  clauses: ['attachment_shares', 'contract_bodies', 'exchange_files', 'exchange_texts', 'kept_forms', 'kept_record_texts', 'library_clause_versions', 'library_clauses', 'risk_follows', 'spelling_choices', 'spelling_words', 'template_contents', 'text_words'],
  finance: ['attachment_shares', 'exchange_amounts', 'kept_form_amounts', 'kept_record_amounts', 'party_accounts', 'party_merge_accounts', 'reminder_sources', 'review_value_bands', 'risk_follows'],
};

/** The condition under which a table's rows belong to one contract; its id is bound once for each mark. */
export function belongingTo(compartment: Compartment, name: string): string {
  if (compartment === 'core' && name === 'contracts') return 'id = ?';
  const belonging = belongings[compartment][name];
  if (belonging === undefined) return 'contract_id = ?';
  return `${belonging.column} IN (${belonging.of.map((owner) => `SELECT id FROM main.${owner} WHERE ${belongingTo('core', owner)}`).join(' UNION ')})`;
}
