import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { ContractSelection, ExportColumn } from '#shared/features/contracts/list.ts';
import type { ContractId, ContractSummary } from '#shared/features/contracts/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { moneyToDecimal } from '#shared/kernel/money.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { refusedTarget } from '../../files/target-folder.ts';
import { writeCsv, writeXlsx, type WrittenCell } from '../../imports/writing/table-files.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { FilePicker } from '../../ports.ts';

export interface ListExport {
  readonly selection: ContractSelection;
  readonly ids?: readonly ContractId[] | undefined;
  readonly format: 'csv' | 'xlsx';
  readonly fileName: string;
  readonly columns: readonly { readonly column: ExportColumn; readonly heading: string }[];
  /** Words for codes, as `stage.draft`. */
  readonly words: Readonly<Record<string, string>>;
}

/** Gives the contracts of a selection page by page: the list's own way. */
export type ReadPage = (cursor: string | undefined) => { readonly contracts: readonly ContractSummary[]; readonly nextCursor: string | null };

/** Writes a list to a file that the person picks; null when they cancelled. The vault's audit chain notes how many rows left it. */
export async function exportList(
  call: Call,
  request: ListExport,
  readPage: ReadPage,
  picker: FilePicker,
): Promise<Result<{ fileName: string; rows: number } | null, 'TARGET_MISSING'>> {
  const target = await picker.chooseTarget(`${request.fileName}.${request.format}`, {
    name: request.format.toUpperCase(),
    extensions: [request.format],
  });
  if (target === null) return succeed(null);
  const refused = refusedTarget(target);
  if (refused !== null) return refused;
  let rows = 0;
  const chosen = request.ids === undefined ? null : new Set(request.ids);
  async function* cells(): AsyncGenerator<readonly WrittenCell[]> {
    for (let cursor: string | undefined; ; ) {
      const page = readPage(cursor);
      for (const contract of page.contracts) {
        if (chosen !== null && !chosen.has(contract.id)) continue;
        rows += 1;
        yield request.columns.map(({ column }) => cellOf(contract, column, request.words));
      }
      if (page.nextCursor === null || rows === chosen?.size) return;
      cursor = page.nextCursor;
      // The window's own questions go between the pages.
      await setImmediate();
    }
  }
  const table = { headings: request.columns.map(({ heading }) => heading), rows: cells(), sheetName: request.fileName.slice(0, 31) };
  await (request.format === 'csv' ? writeCsv(table, target) : writeXlsx(table, target));
  const noted = call.write<null, never>((_db, note) => {
    note('contracts', 'list', { rows, format: request.format });
    return succeed(null);
  });
  return noted.ok ? succeed({ fileName: basename(target), rows }) : noted;
}

function cellOf(contract: ContractSummary, column: ExportColumn, words: ListExport['words']): WrittenCell {
  const word = (kind: string, code: string): string => words[`${kind}.${code}`] ?? code;
  const day = (value: Day | null): WrittenCell => (value === null ? null : { day: value });
  const amount = isWithheld(contract.amount) ? null : contract.amount;
  switch (column) {
    case 'number':
      return contract.number;
    case 'title':
      return contract.title;
    case 'type':
      return word('type', contract.contractType);
    case 'stage':
      return word('stage', contract.stage);
    case 'status':
      return word('status', contract.status);
    case 'parties':
      return contract.partyNames.join('; ');
    case 'amount':
      return amount === null ? null : Number(moneyToDecimal(amount));
    case 'currency':
      return amount?.currency ?? null;
    case 'owner':
      return contract.ownerName;
    case 'department':
      return contract.department;
    case 'signedOn':
      return day(contract.signedOn);
    case 'effectiveOn':
      return day(contract.effectiveDate);
    case 'endsOn':
      return day(contract.endsOn);
    case 'noticeDeadlineOn':
      return day(contract.noticeDeadlineOn);
    case 'tags':
      return contract.tags.join('; ');
  }
}
