import { cellToText } from '#shared/features/imports/cell-text.ts';
import { createKnownNames } from '#shared/features/imports/known-names.ts';
import type { ImportField, RawRow } from '#shared/features/imports/model.ts';
import { createParentOrder } from '#shared/features/imports/parent-order.ts';
import type { ImportPlan } from '#shared/features/imports/plan.ts';
import { readText } from '#shared/features/imports/read-text.ts';
import { locateColumns } from '#shared/features/imports/suggest-mapping.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';
import { openRows } from '../reading/open-rows.ts';
import type { OpenTable, TableFailureCode } from '../reading/table.ts';
import { createContractCheck, createPartyCheck, type PlacedRow, type Surroundings } from './check-rows.ts';
import type { ImportSource, MeantParty, ReadyRow, ScanStep } from './import-source.ts';

/**
 * A file under import, walked in two stages: `scan` to its end notes what rows say of one another, so that a damaged
 * file is known before anything is written; `next` then gives every row once, parents before children. The order is
 * the file's alone, so that a stopped import goes on at a place in it.
 */
export interface OpenImport {
  readonly headings: readonly string[];
  /** Walks on for about so many rows. */
  scan(count: number): Promise<ScanStep>;
  /** The next rows; fewer than `count` only at the end. */
  next(count: number, withCells: boolean): Promise<readonly ReadyRow[]>;
  /** Passes over rows that an earlier run has done. */
  skip(count: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens a file with its plan; COLUMN_MISSING when the plan names a heading that the file doesn't have. */
export async function openImport(source: ImportSource): Promise<Result<OpenImport, TableFailureCode | 'COLUMN_MISSING'>> {
  const { plan } = source;
  const bytes = { read: 0, total: 0 };
  const open = () =>
    openRows(source.path, {
      ...(plan.view.sheet === null ? {} : { sheet: plan.view.sheet }),
      ...(plan.view.encoding === null ? {} : { encoding: plan.view.encoding }),
      onBytes: (read, total) => Object.assign(bytes, { read, total }),
    });
  const opened = await open();
  if (!opened.ok) return opened;
  const { headings, date1904 } = opened.value;
  const columns = locateColumns<ImportField>(plan.mapping, headings);
  if (!columns.ok) {
    await opened.value.close();
    return columns;
  }

  const order = createParentOrder();
  const around = surroundings(source, order);
  const check = plan.kind === 'contracts' ? createContractCheck(plan, columns.value, date1904, around) : createPartyCheck(plan, columns.value, around);
  const linkOf = linkReader(plan, columns.value);
  let table: OpenTable | null = opened.value;
  let rows: AsyncIterator<RawRow> = table.rows[Symbol.asyncIterator]();
  let isScanned = false;
  let total = 0;
  let walk = { turn: 0, place: 0, given: 0 };

  async function scan(count: number): Promise<ScanStep> {
    for (let step = 0; step < count && !isScanned; step += 1) {
      const next = await rows.next();
      if (next.done === true) isScanned = true;
      else {
        order.note(...linkOf(next.value));
        total += 1;
      }
    }
    if (isScanned) await restart(0);
    return { rows: total, bytesRead: bytes.read, bytesTotal: bytes.total, isDone: isScanned };
  }

  async function restart(turn: number): Promise<void> {
    await table?.close();
    const again = await open();
    if (!again.ok) throw new Error(`the file changed while it was read: ${again.error.code}`);
    table = again.value;
    rows = table.rows[Symbol.asyncIterator]();
    walk = { turn, place: 0, given: walk.given };
  }

  /** The next row whose turn it is; null once all were given. */
  async function nextPlaced(): Promise<PlacedRow | null> {
    while (walk.given < total) {
      const next = await rows.next();
      if (next.done === true) {
        await restart(walk.turn + 1);
        continue;
      }
      const place = walk.place;
      walk.place += 1;
      const turn = order.turnOf(place, ...linkOf(next.value));
      if (turn !== walk.turn && !(typeof turn === 'string' && walk.turn === 0)) continue;
      walk.given += 1;
      return { row: next.value, place, turn };
    }
    return null;
  }

  return succeed({
    headings,
    scan,
    next: async (count, withCells) => {
      const ready: ReadyRow[] = [];
      while (ready.length < count) {
        const placed = await nextPlaced();
        if (placed === null) break;
        const row = check(placed);
        ready.push(withCells ? { ...row, cells: headings.map((_, at) => cellToText(placed.row.cells[at] ?? null)) } : row);
      }
      return ready;
    },
    skip: async (count) => {
      // Checked all the same: a refused row still refuses what hangs below it.
      for (let step = 0; step < count; step += 1) {
        const placed = await nextPlaced();
        if (placed === null) break;
        check(placed);
      }
    },
    close: async () => table?.close(),
  });
}

function surroundings({ parties }: ImportSource, order: Surroundings['order']): Surroundings {
  let marks = 0;
  const names = createKnownNames<MeantParty>(parties.map((party) => ({ ...party, ref: { id: party.ref } })));
  return { order, names, refusedNumbers: new Set(), unnumbered: new Map(), nextMark: () => `new ${(marks += 1)}` };
}

/** A row's number and its parent's, as checking reads them. */
function linkReader({ kind }: ImportPlan, columns: Readonly<Partial<Record<ImportField, number>>>): (row: RawRow) => [string | null, string | null] {
  const textAt = ({ cells }: RawRow, at: number | undefined): string | null => {
    const read = at === undefined ? null : readText(cells[at] ?? null, 60);
    return read?.ok === true && read.value.text !== '' ? read.value.text : null;
  };
  if (kind === 'parties') return () => [null, null];
  return (row) => [textAt(row, columns.number), textAt(row, columns.parentNumber)];
}
