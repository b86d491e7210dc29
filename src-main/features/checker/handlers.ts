import { succeed } from '#shared/kernel/result.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import type { CheckerService } from './service.ts';

export function createCheckerHandlers(checker: CheckerService): HandlersOf<'checker'> {
  return {
    check: ({ contractId }, call) => checker.check(call, contractId),
    waive: (waiver, call) => checker.waive(call, waiver),
    withdrawWaiver: (finding, call) => checker.withdraw(call, finding),
    rules: (_, call) => succeed(checker.rules(call)),
    tune: (tuning, call) => checker.tune(call, tuning),
  };
}
