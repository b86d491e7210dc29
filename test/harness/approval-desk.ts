import type { ApprovalRound, FlowDraft, FlowStep } from '#shared/features/approvals/model.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Role } from '#shared/features/vault/roles.ts';
import { sampleEntry } from './entries.ts';
import { membersOf, type Members } from './members.ts';
import { createTestVault, testWorld, type TestWorld } from './world.ts';

/** A vault with a lawyer and somebody of finance beside its manager, and a contract to be approved. */
export interface Approving {
  readonly world: TestWorld;
  readonly people: Members;
  readonly contract: Contract;
}

export async function startApproving(): Promise<Approving> {
  const world = testWorld();
  await createTestVault(world);
  const people = membersOf(world);
  const contract = await world.must('contracts.create', await sampleEntry(world));
  await people.invite('法务甲', 'legal');
  await people.invite('财务乙', 'finance');
  return { world, people, contract };
}

/** The condition of a step that every contract takes. */
export const always = { amountFromMinor: null, onlyForeignPaper: false, onlyWithFindings: false, onlyWithNonStandardClauses: false, riskFrom: null, gradeFrom: null };

/** A step on which one of a role decides. */
export function step(name: string, order: number, role: Role, over: Partial<FlowStep> = {}): FlowStep {
  return { name, order, mode: 'any', assignees: [{ kind: 'role', role }], condition: always, deadlineHours: null, escalateTo: null, ...over };
}

/** A round in a glance: its state, then each task's step, person and state. */
export function shown(round: ApprovalRound | undefined) {
  return [round?.state, ...(round?.tasks.map(({ stepName, assigneeName, state }) => `${stepName} ${assigneeName} ${state}`) ?? [])];
}

/** What people do with the approval of that contract; `present` gives the vault of the test that runs. */
export function approvalDesk(present: () => Approving) {
  const contractId = () => present().contract.summary.id;
  const now = () => present().world.must('contracts.get', { id: contractId() });
  return {
    contractId,
    now,
    saveFlow: (steps: readonly FlowStep[], over: Partial<FlowDraft> = {}) =>
      present().world.must('approvals.saveFlow', { id: null, version: 0, draft: { name: '标准流程', contractTypes: [], steps, isOn: true, drafterMayApprove: false, needsSecondReviewer: false, ...over } }),
    submit: async () => present().world.call('approvals.submit', { contractId: contractId(), revision: (await now()).revision, note: '' }),
    rounds: () => present().world.must('approvals.ofContract', { contractId: contractId() }),
    idOf: async (name: string) => (await present().people.idOf(name)) as UserId,
  };
}
