import { succeed } from '#shared/kernel/result.ts';
import type { Readable } from '../../db/connection.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import { createContractReviews, type ContractReviewParts } from './contract-reviews.ts';
import { createLawRegister, type LawRegisterParts } from './law-register.ts';
import { createKeptReports, type KeptReportParts } from './reports.ts';
import { createScheduling, type Scheduling, type SchedulingParts } from './scheduling.ts';
import { createReviewService, type ReviewServiceParts } from './service.ts';
import { createReviewSettings } from './settings.ts';
import { createUpdateWatch } from './update-watch.ts';

export type ReviewsParts = SchedulingParts & KeptReportParts & LawRegisterParts & Pick<ReviewServiceParts, 'members' | 'serviceLevelsOf'> & Pick<ContractReviewParts, 'members'>;

/** Periodic reviews: the operations, and the planning that goes on in the background. */
export function createReviews(parts: ReviewsParts): { readonly handlers: HandlersOf<'reviews'>; readonly scheduling: Scheduling; readonly leadDays: (db: Readable) => number } {
  const settings = createReviewSettings(parts);
  const reports = createKeptReports(parts);
  const laws = createLawRegister(parts);
  const scheduling = createScheduling(parts, createUpdateWatch({ ...parts, laws }).look);
  const reviews = createReviewService({ ...parts, scheduling, settings, reports });
  const contracts = createContractReviews({ ...parts, scheduling, laws });
  return {
    scheduling,
    leadDays: (db) => settings.policy(db).policy.leadDays,
    handlers: {
      list: (input, call) => succeed(reviews.list(call, input)),
      plan: ({ year }, call) => succeed(reviews.plan(call, year)),
      get: ({ id }, call) => reviews.get(call, id),
      ofContract: ({ contractId }, call) => contracts.ofContract(call, contractId),
      start: ({ id }, call) => reviews.start(call, id),
      save: (input, call) => reviews.save(call, input),
      complete: (input, call) => reviews.complete(call, input),
      skip: ({ id, reason }, call) => reviews.skip(call, id, reason),
      assign: ({ ids, reviewerId }, call) => reviews.assign(call, ids, reviewerId),
      add: (input, call) => reviews.add(call, input),
      saveKpis: (input, call) => contracts.saveKpis(call, input),
      findings: (input, call) => succeed(contracts.findings(call, input)),
      changeFinding: (input, call) => contracts.change(call, input),
      policy: (_, call) => succeed(settings.shownPolicy(call)),
      savePolicy: (input, call) => {
        const saved = settings.savePolicy(call, input);
        if (saved.ok) scheduling.wake();
        return saved;
      },
      checklists: (_, { db }) => succeed(settings.checklists(db)),
      saveChecklist: (input, call) => settings.saveChecklist(call, input),
      laws: (_, { db }) => succeed(laws.list(db)),
      saveLaw: (input, call) => laws.save(call, input),
      removeLaw: ({ id }, call) => laws.remove(call, id),
      citing: ({ lawId }, call) => laws.citing(call, lawId),
      planForLaw: ({ lawId }, call) => laws.planForLaw(call, lawId),
      planForRules: ({ scope }, call) => laws.planForRules(call, scope),
      reports: (_, call) => succeed(reports.list(call)),
      saveReport: (input, call) => reports.saveAs(call, input),
      report: (input, call) => {
        const found = reports.bytes(call, input);
        return found.ok ? succeed({ title: found.value.title, base64: found.value.pdf.toString('base64') }) : found;
      },
      portfolioReport: ({ quarter, language }, call) => reports.portfolio(call, quarter, language),
    },
  };
}
