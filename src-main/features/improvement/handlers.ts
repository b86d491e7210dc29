import { succeed } from '#shared/kernel/result.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import { createImprovementService, type ImprovementParts } from './service.ts';

export function createImprovement(parts: ImprovementParts): HandlersOf<'improvement'> {
  const improvement = createImprovementService(parts);
  return {
    list: (input, call) => succeed(improvement.list(call, input)),
    get: ({ id }, call) => improvement.get(call, id),
    report: (input, call) => improvement.report(call, input),
    save: (input, call) => improvement.save(call, input),
    move: (input, call) => improvement.move(call, input),
    saveGoal: (input, call) => improvement.bindGoal(call, input),
    removeGoal: ({ goalId }, call) => improvement.removeGoal(call, goalId),
    metrics: (_, call) => succeed(improvement.series(call)),
  };
}
