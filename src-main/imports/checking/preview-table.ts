import { cellToText } from '#shared/features/imports/cell-text.ts';
import type { Cell } from '#shared/features/imports/model.ts';
import type { SourceView } from '#shared/features/imports/plan.ts';
import { readDay } from '#shared/features/imports/read-day.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';
import { openRows } from '../reading/open-rows.ts';
import { UnreadableTable, type OpenTable, type TableFailureCode } from '../reading/table.ts';

export interface PreviewInput {
  readonly path: string;
  readonly view: SourceView;
}

/** The head of a table as text: enough to see which column holds what. */
export interface TablePreview extends Pick<OpenTable, 'format' | 'encoding' | 'sheetNames' | 'headings'> {
  readonly rows: readonly { readonly rowNumber: number; readonly cells: readonly string[] }[];
}

const shownRows = 20;
const shownCharacters = 120;

/** Reads the head of a file; nothing behind the first rows is looked at. */
export async function previewTable({ path, view }: PreviewInput): Promise<Result<TablePreview, TableFailureCode>> {
  const opened = await openRows(path, {
    ...(view.sheet === null ? {} : { sheet: view.sheet }),
    ...(view.encoding === null ? {} : { encoding: view.encoding }),
  });
  if (!opened.ok) return opened;
  const { format, encoding, sheetNames, headings, rows } = opened.value;
  const shown: TablePreview['rows'][number][] = [];
  try {
    for await (const { rowNumber, cells } of rows) {
      shown.push({ rowNumber, cells: headings.map((_, at) => textOf(cells[at] ?? null)) });
      if (shown.length === shownRows) break;
    }
  } catch (error) {
    if (error instanceof UnreadableTable) return { ok: false, error: error.failure };
    throw error;
  }
  return succeed({ format, encoding, sheetNames, headings, rows: shown });
}

/** A workbook's dates are numbers; a person knows them as dates. */
function textOf(cell: Cell): string {
  if (typeof cell === 'object' && cell !== null) {
    const day = readDay(cell, {});
    if (day.ok) return day.value;
  }
  return cellToText(cell).slice(0, shownCharacters);
}
