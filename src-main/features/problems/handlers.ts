import { fail, succeed } from '#shared/kernel/result.ts';
import type { Picks } from '../../device/picks.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import { createReportPrinter, type ReportPrinterParts } from '../../reports/print-report.ts';
import { readEmail } from './email.ts';
import { listCommunications, listPartyCommunications, listProblems, listSheets, listTasks } from './queries.ts';
import { createProblemService, type ProblemParts } from './service.ts';

export type ProblemHandlerParts = Omit<ProblemParts, 'print'> & ReportPrinterParts & { readonly picks: Picks };

/** The operations on problems, with their letters printed. */
export function createProblems(parts: ProblemHandlerParts): HandlersOf<'problems'> {
  const problems = createProblemService({ ...parts, print: createReportPrinter(parts) });
  return {
    ofContract: ({ contractId }, { db, session }) =>
      succeed({
        problems: listProblems(db, contractId, session.holds('clauses')),
        communications: listCommunications(db, contractId, session.holds('clauses')),
        tasks: listTasks(db, { contractId }),
        sheets: listSheets(db, contractId),
      }),
    ofParty: ({ partyId }, { db, session }) => succeed(listPartyCommunications(db, partyId, session.holds('clauses'))),
    myTasks: (_, { db, session }) => succeed(listTasks(db, { assigneeId: session.user.id })),
    save: (request, call) => problems.save(call, request),
    move: (request, call) => problems.move(call, request),
    sendLetter: (request, call) => problems.sendLetter(call, request),
    readEmail: async ({ pickId }) => {
      const path = pickId === null ? await parts.picker.chooseFile({ name: 'E-mail', extensions: ['eml'] }) : (parts.picks.find(pickId) ?? '');
      if (path === null) return succeed(null);
      return path === '' ? fail('PICK_EXPIRED') : readEmail(path, parts.clock);
    },
    addCommunication: (request, call) => problems.addCommunication(call, request),
    addTask: (request, call) => problems.addTask(call, request),
    setTaskDone: (request, call) => problems.tickTask(call, request),
    addSheet: (request, call) => problems.addSheet(call, request),
    runSheet: (request, call) => problems.runSheet(call, request),
  };
}
