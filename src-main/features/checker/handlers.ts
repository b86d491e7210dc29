import type { CheckReport } from '#shared/features/checker/ipc.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { succeed } from '#shared/kernel/result.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import type { Session } from '../../vault/session.ts';
import type { CheckerService } from './service.ts';

/** `onChecked` is told what a check of a contract's current version found. */
export function createCheckerHandlers(checker: CheckerService, onChecked: (session: Session, contractId: ContractId, report: CheckReport) => void): HandlersOf<'checker'> {
  return {
    check: ({ contractId }, call) => {
      const report = checker.check(call, contractId);
      if (report.ok) onChecked(call.session, contractId, report.value);
      return report;
    },
    waive: (waiver, call) => checker.waive(call, waiver),
    withdrawWaiver: (finding, call) => checker.withdraw(call, finding),
    rules: (_, call) => succeed(checker.rules(call)),
    tune: (tuning, call) => checker.tune(call, tuning),
  };
}
