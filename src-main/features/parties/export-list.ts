import { basename } from 'node:path';
import { partyExportColumns, type PartyExportColumn } from '#shared/features/parties/model.ts';
import type { InputOf } from '#shared/ipc/registry.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';
import { refusedTarget } from '../../files/target-folder.ts';
import { writeCsv, writeXlsx, type WrittenCell } from '../../imports/writing/table-files.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { FilePicker } from '../../ports.ts';
import { pause } from '../../scheduler/slices.ts';
import { detailsOf, noBank } from './party-record.ts';
import { findListed, findPartyBank, listSelectedIds, type PartyListRow } from './queries.ts';

type ListExport = InputOf<'parties.exportList'>;

/** Parties that are read and written at a time. */
const rowsAtOnce = 200;

/** Writes the parties of a selection, in its order, to a file that the person picks; null when they cancelled. */
export async function exportParties(call: Call, request: ListExport, picker: FilePicker): Promise<Result<{ readonly fileName: string; readonly rows: number } | null, 'TARGET_MISSING'>> {
  const { selection, format, fileName, headings, words } = request;
  const target = await picker.chooseTarget(`${fileName}.${format}`, { name: format.toUpperCase(), extensions: [format] });
  if (target === null) return succeed(null);
  const refused = refusedTarget(target);
  if (refused !== null) return refused;
  let rows = 0;
  async function* cells(): AsyncGenerator<readonly WrittenCell[]> {
    const ids = listSelectedIds(call.session.db, selection);
    for (let from = 0; from < ids.length; from += rowsAtOnce) {
      const rowById = new Map(findListed(call.session.db, ids.slice(from, from + rowsAtOnce)).map((row) => [row.id, row]));
      for (const row of ids.slice(from, from + rowsAtOnce).flatMap((id) => rowById.get(id) ?? [])) {
        rows += 1;
        yield partyExportColumns.map(cellsOf(call, row, words));
      }
      await pause();
    }
  }
  const table = { headings, rows: cells(), sheetName: fileName.slice(0, 31) };
  await (format === 'csv' ? writeCsv(table, target) : writeXlsx(table, target));
  return call.write<{ fileName: string; rows: number }, never>((_db, note) => {
    note('parties', 'list', { rows, format });
    return succeed({ fileName: basename(target), rows });
  });
}

function cellsOf({ session }: Call, row: PartyListRow, words: ListExport['words']): (column: PartyExportColumn) => WrittenCell {
  const bank = session.holds('finance') ? (findPartyBank(session.db, row.id) ?? noBank) : noBank;
  const said = {
    ...{ ...detailsOf(row), ...bank },
    kind: words[`kind.${row.kind}`] ?? row.kind,
    riskGrade: row.risk_grade,
    blacklisted: row.is_blacklisted === 1 ? (words['yes'] ?? 'yes') : '',
    contractCount: row.contract_count,
  } satisfies Readonly<Record<PartyExportColumn, WrittenCell>>;
  return (column) => said[column];
}
