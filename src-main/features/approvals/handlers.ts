import { succeed } from '#shared/kernel/result.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import { listAbsences } from './absence-queries.ts';
import type { createFlowService } from './flows.ts';
import { approvalMembers } from './members.ts';
import { decidedTasksOf, listFlows, openTasksOf } from './queries.ts';
import type { ApprovalService } from './service.ts';

export interface ApprovalHandlerParts {
  readonly approvals: ApprovalService;
  readonly flows: ReturnType<typeof createFlowService>;
}

export function createApprovalsHandlers({ approvals, flows }: ApprovalHandlerParts): HandlersOf<'approvals'> {
  return {
    flows: (_, { db }) => succeed(listFlows(db)),
    members: (_, call) => succeed(approvalMembers(call)),
    saveFlow: ({ id, version, draft }, call) => flows.save(call, id, version, draft),
    addShipped: ({ names }, call) => flows.addShipped(call, names),
    removeFlow: ({ id }, call) => flows.remove(call, id),
    tryFlow: ({ draft, drafterId, ...facts }, call) => approvals.tryOut(call, draft, facts, drafterId),
    route: ({ contractId }, call) => approvals.route(call, contractId),
    ofContract: ({ contractId }, call) => approvals.ofContract(call, contractId),
    submit: ({ contractId, revision, note }, call) => approvals.submit(call, contractId, revision, note),
    decide: ({ taskId, decision, ...said }, call) => approvals.decide(call, taskId, decision, said),
    recall: ({ roundId, reason }, call) => approvals.recall(call, roundId, reason),
    inbox: ({ show }, { db, session }) => succeed(show === 'open' ? openTasksOf(db, session.user.id) : decidedTasksOf(db, session.user.id)),
    absences: (_, { db }) => succeed(listAbsences(db)),
    setAbsence: ({ absence }, call) => flows.setAbsence(call, absence),
    figures: (_, call) => succeed(flows.figures(call)),
  };
}
