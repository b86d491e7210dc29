import { partyProblems, normaliseUscc } from '../parties/rules.ts';
import type { CheckedPartyRow, ColumnPositions, PartyField, RawRow, RowOutcome } from './model.ts';
import { readChoice } from './read-choice.ts';
import { createRowReader } from './row-reader.ts';

/**
 * Reads a row of a list of parties, or says everything that is wrong with it. One name is required; a name without
 * Chinese characters counts as English. Without a kind the party is a company.
 */
export function checkPartyRow(row: RawRow, columns: ColumnPositions<PartyField>): RowOutcome<CheckedPartyRow> {
  const reader = createRowReader(row, columns);
  const text = (field: PartyField, maximum: number, lines = false) => reader.text(field, maximum, lines) ?? '';
  const [name, nameEn] = [text('nameZh', 200), text('nameEn', 200)];
  const foreign = nameEn === '' && name !== '' && !/\p{Script=Han}/u.test(name);
  const details = {
    kind: reader.read('kind', (cell) => readChoice(cell, 'kind')) ?? 'company',
    nameZh: foreign ? '' : name,
    nameEn: foreign ? name : nameEn,
    uscc: normaliseUscc(text('uscc', 40)),
    legalRepresentative: text('legalRepresentative', 80),
    registeredAddress: text('registeredAddress', 300),
    noticeAddress: text('noticeAddress', 300),
    contactName: text('contactName', 80),
    contactPhone: text('contactPhone', 40),
    contactEmail: text('contactEmail', 120),
    notes: text('notes', 4000, true),
  };
  const bank = { bankName: text('bankName', 120), bankAccount: text('bankAccount', 64) };
  for (const { field, code } of partyProblems(details, bank)) {
    // Invisible characters were judged on reading, and a cell that could not be read has its own problem already.
    if (code !== 'INVISIBLE_CHARACTERS' && !reader.complained(field)) reader.complain(field, code);
  }
  return reader.finish({ rowNumber: row.rowNumber, ...details, ...bank });
}
