import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { shownProblems, type CheckSummary, type ImportPlan, type ImportProblem, type ProblemWeight } from '#shared/features/imports/plan.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';
import { refusedTarget } from '../../files/target-folder.ts';
import type { ReadyRow } from '../../imports/checking/import-source.ts';
import { writeCsv } from '../../imports/writing/table-files.ts';
import type { FilePicker } from '../../ports.ts';
import type { Session } from '../../vault/session.ts';
import type { ImportReader } from '../../workers/import-tasks.ts';
import { createMeeting, type MetRow } from './meet-vault.ts';

export interface FileCheck {
  readonly session: Session;
  readonly reader: ImportReader;
  readonly plan: ImportPlan;
  readonly signal: AbortSignal;
  readonly onRows: (rows: number) => void;
}

/** Every row with what is wrong with it, judged as an import would, and nothing written. */
async function* metRows(check: FileCheck, withCells: boolean): AsyncGenerator<{ readonly row: ReadyRow; readonly met: MetRow }, void, undefined> {
  const { session, reader, plan, signal } = check;
  const meet = createMeeting({ plan, batchId: null, mayAddParties: session.permissions.has('parties.write'), holdsFinance: session.holds('finance') });
  let done = 0;
  for await (const rows of reader.chunks(withCells)) {
    for (const row of rows) yield { row, met: meet(session.whole, row) };
    signal.throwIfAborted();
    check.onRows((done += rows.length));
    // The window's own questions go between the chunks.
    await setImmediate();
  }
}

/** What an import of the file would do. Throws an AbortError when cancelled. */
export async function checkFile(check: FileCheck): Promise<CheckSummary> {
  const outcomes = { good: 0, bad: 0, skipped: 0, aside: 0 };
  const duplicates = { number: 0, contract: 0, uscc: 0, name: 0, similar: 0 };
  const newParties = new Set<string>();
  const kept: Record<ProblemWeight, ImportProblem[]> = { refused: [], duplicate: [], aside: [], note: [] };
  let problemCount = 0;
  for await (const { row, met } of metRows(check, false)) {
    outcomes[met.problems.some(({ weight }) => weight === 'aside') ? 'aside' : met.outcome] += 1;
    if (met.outcome === 'good') {
      if (row.party !== undefined) newParties.add(`row ${row.rowNumber}`);
      for (const { meant } of row.contract?.parties ?? []) if ('mark' in meant) newParties.add(meant.mark);
    }
    for (const kind of new Set(met.problems.map(({ code }) => duplicateKinds[code]))) if (kind !== undefined) duplicates[kind] += 1;
    problemCount += met.problems.length;
    for (const problem of met.problems) if (kept[problem.weight].length < shownProblems) kept[problem.weight].push(problem);
  }
  const problems = [...kept.refused, ...kept.duplicate, ...kept.aside, ...kept.note].slice(0, shownProblems);
  const rows = outcomes.good + outcomes.bad + outcomes.skipped + outcomes.aside;
  return { rows, ...outcomes, newParties: newParties.size, duplicates, problems, problemCount };
}

const duplicateKinds: Readonly<Partial<Record<ImportProblem['code'], keyof CheckSummary['duplicates']>>> = {
  NUMBER_TAKEN: 'number',
  NUMBER_TWICE: 'number',
  CONTRACT_KNOWN: 'contract',
  ROW_TWICE: 'contract',
  USCC_TAKEN: 'uscc',
  NAME_TAKEN: 'name',
  NAME_SIMILAR: 'similar',
};

export interface ReportRequest {
  readonly fileName: string;
  readonly headings: { readonly row: string; readonly field: string; readonly problem: string };
  /** Sentences for `problem.CODE` (`{{other}}` stands for what the row meets), words for `field.NAME`. */
  readonly words: Readonly<Record<string, string>>;
}

/** Asks where the report goes; null when the person cancelled. */
export async function chooseReport(picker: FilePicker, fileName: string): Promise<Result<string | null, 'TARGET_MISSING'>> {
  const target = await picker.chooseTarget(`${fileName}.csv`, { name: 'CSV', extensions: ['csv'] });
  return (target === null ? null : refusedTarget(target)) ?? succeed(target);
}

/** Writes a line for every problem: row, field, sentence, then the row's own cells, so that it can be put right there. */
export async function writeReport(
  check: FileCheck,
  { headings, words }: ReportRequest,
  columns: readonly string[],
  target: string,
): Promise<{ readonly fileName: string; readonly rows: number }> {
  let rows = 0;
  const { signal } = check;
  async function* lines(): AsyncGenerator<readonly (string | number)[]> {
    for await (const { row, met } of metRows(check, true)) {
      for (const { rowNumber, field, code, other } of met.problems) {
        rows += 1;
        const sentence = (words[`problem.${code}`] ?? code).replaceAll('{{other}}', other);
        yield [rowNumber, words[`field.${field}`] ?? field, sentence, ...(row.cells ?? [])];
      }
    }
  }
  await writeCsv({ headings: [headings.row, headings.field, headings.problem, ...columns], rows: lines(), sheetName: '', signal }, target);
  return { fileName: basename(target), rows };
}
