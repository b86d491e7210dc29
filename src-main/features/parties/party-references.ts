/**
 * What becomes of a party's id, column by column, when its record gives way to another:
 * - `moved`: the column names the kept record from then on, and an undone merge moves it back;
 * - `led`: read as the kept record (`db/merged-parties.ts`), and left as it is written;
 * - `signed`: says what was signed, agreed or done, and keeps the record with the name of that time;
 * - `own`: the party's own data, of which the merge writes the kept record's.
 * A column that holds ids of parties and stands nowhere here fails the test that walks the schema.
 */
export const partyReferences: Readonly<Record<string, 'moved' | 'led' | 'signed' | 'own'>> = {
  'core.parties.id': 'own',
  'core.parties.merged_into': 'moved',
  'core.contract_parties.party_id': 'moved',
  'core.communications.party_id': 'moved',
  'core.risks.party_id': 'moved',
  'finance.party_accounts.party_id': 'own',
  // That a record is not another one holds for whatever stands for it.
  'core.party_distinctions.first_id': 'led',
  'core.party_distinctions.second_id': 'led',
  // Forms and views that are kept for a person; their keys may be another person's.
  'core.kept_records.entries': 'led',
  'clauses.kept_forms.entries': 'led',
  'core.saved_views.view': 'led',
  // Texts hold the party as it was when they were made; a version made of them names the kept record.
  'clauses.contract_texts.entered': 'signed',
  'clauses.working_copies.copy': 'signed',
  'core.contract_original_terms.terms': 'signed',
  'core.contract_amendments.changes': 'signed',
  // What was brought back from a backup, row by row, so that it can be undone.
  'core.restored_rows.before': 'signed',
  'core.restored_rows.after': 'signed',
  'core.alerts.occurrence': 'signed',
  'core.audit_events.subject_id': 'signed',
  'core.audit_events.facts': 'signed',
  // An import's undo leaves every party that was changed or is named by anything since: both sides of a merge.
  'core.import_entries.subject_id': 'signed',
  'core.party_merges.kept_id': 'signed',
  'core.party_merges.merged_id': 'signed',
  'core.party_merge_moves.row_id': 'signed',
};
