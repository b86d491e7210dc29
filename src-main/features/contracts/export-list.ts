import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { ContractSelection, ExportColumn } from '#shared/features/contracts/list.ts';
import type { ContractId, ContractSummary } from '#shared/features/contracts/model.ts';
import { statusName } from '#shared/features/terms/status.ts';
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

/** Gives the contracts of a selection: page by page, the list's own way, and those that were changed since the first page was asked for. */
export interface ListReader {
  readonly page: (cursor: string | undefined) => { readonly contracts: readonly ContractSummary[]; readonly nextCursor: string | null };
  readonly changedSince: () => readonly ContractId[];
  readonly named: (ids: readonly ContractId[]) => readonly ContractSummary[];
}

const rowsAtOnce = 200;

/** Writes a list to a file that the person picks; null when they cancelled. The vault's audit chain notes how many rows left it. */
export async function exportList(
  call: Call,
  request: ListExport,
  startReading: () => ListReader,
  picker: FilePicker,
): Promise<Result<{ fileName: string; rows: number } | null, 'TARGET_MISSING'>> {
  const target = await picker.chooseTarget(`${request.fileName}.${request.format}`, {
    name: request.format.toUpperCase(),
    extensions: [request.format],
  });
  if (target === null) return succeed(null);
  const refused = refusedTarget(target);
  if (refused !== null) return refused;
  const reader = startReading();
  const chosen = request.ids === undefined ? null : new Set(request.ids);
  const written = new Set<ContractId>();
  const isWanted = (id: ContractId) => !written.has(id) && (chosen === null || chosen.has(id));
  function* lines(contracts: readonly ContractSummary[]): Generator<readonly WrittenCell[]> {
    for (const contract of contracts) {
      if (!isWanted(contract.id)) continue;
      written.add(contract.id);
      yield request.columns.map(({ column }) => cellOf(contract, column, request.words));
    }
  }
  async function* cells(): AsyncGenerator<readonly WrittenCell[]> {
    for (let cursor: string | undefined; ; ) {
      const page = reader.page(cursor);
      yield* lines(page.contracts);
      if (written.size === chosen?.size) return;
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
      // The window's own questions go between the pages.
      await setImmediate();
    }
    // What is changed meanwhile takes another place in the order, perhaps one that was passed already.
    const late = reader.changedSince().filter(isWanted);
    for (let from = 0; from < late.length; from += rowsAtOnce) {
      yield* lines(reader.named(late.slice(from, from + rowsAtOnce)));
      await setImmediate();
    }
  }
  const table = { headings: request.columns.map(({ heading }) => heading), rows: cells(), sheetName: request.fileName.slice(0, 31) };
  await (request.format === 'csv' ? writeCsv(table, target) : writeXlsx(table, target));
  const noted = call.write<null, never>((_db, note) => {
    note('contracts', 'list', { rows: written.size, format: request.format });
    return succeed(null);
  });
  return noted.ok ? succeed({ fileName: basename(target), rows: written.size }) : noted;
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
      return word('status', statusName(contract.status, contract.renewalType));
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
