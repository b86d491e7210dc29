import { basename } from 'node:path';
import { drillReport } from '#shared/features/backups/drill-report.ts';
import type { Report } from '#shared/features/reports/model.ts';
import type { InputOf } from '#shared/ipc/registry.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { writeFileAtomically } from '../../files/atomic-file.ts';
import { isMissing } from '../../files/file-errors.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, FilePicker } from '../../ports.ts';
import { findDrill } from './queries.ts';

export interface DrillPdfParts {
  readonly clock: Clock;
  readonly picker: FilePicker;
  readonly printReport: (report: Report, author: string, signal: AbortSignal) => Promise<Uint8Array>;
}

/** Writes the report of a rehearsed restore as a PDF where the person chooses; null when cancelled. */
export async function saveDrill(call: Call, { id, language }: InputOf<'backups.saveDrill'>, { clock, picker, printReport }: DrillPdfParts): Promise<Result<{ fileName: string } | null, 'NOT_FOUND' | 'FOLDER_GONE'>> {
  const drill = findDrill(call.db, id);
  if (drill === undefined) return fail('NOT_FOUND');
  const report = drillReport(drill, language, clock.offsetMinutes(drill.at));
  const path = await picker.chooseTarget(`${report.mark}.pdf`, { name: 'PDF', extensions: ['pdf'] });
  if (path === null) return succeed(null);
  const pdf = await printReport(report, call.session.user.name, new AbortController().signal);
  try {
    writeFileAtomically(path, pdf);
  } catch (error) {
    if (isMissing(error)) return fail('FOLDER_GONE');
    throw error;
  }
  return succeed({ fileName: basename(path) });
}
