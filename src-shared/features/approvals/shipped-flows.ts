import type { ContractType } from '../templates/model.ts';
import type { Role } from '../vault/roles.ts';
import type { FlowDraft, FlowStep, StepCondition } from './model.ts';

/** The names of the shipped flows and of their steps; the words for them come from whoever adopts them. */
export const shippedFlowKeys = ['trade', 'services', 'assets', 'nda', 'changes', 'others'] as const;
export const shippedStepKeys = ['legal', 'finance', 'management', 'risk', 'clauses', 'counterparty'] as const;
type StepKey = (typeof shippedStepKeys)[number];

interface ShippedFlow {
  readonly key: (typeof shippedFlowKeys)[number];
  readonly contractTypes: readonly ContractType[];
  readonly steps: readonly FlowStep[];
}

const always: StepCondition = { amountFromMinor: null, onlyForeignPaper: false, onlyWithFindings: false, onlyWithNonStandardClauses: false, riskFrom: null, gradeFrom: null };

/** A step that one of a role decides; once it is late, a contract manager may as well. Names are keys here. */
function step(name: StepKey, order: number, role: Role, deadlineHours: number, condition: Partial<StepCondition> = {}): FlowStep {
  return { name, order, mode: 'any', assignees: [{ kind: 'role', role }], condition: { ...always, ...condition }, deadlineHours, escalateTo: { kind: 'role', role: 'contract_manager' } };
}

const hundredThousand = 100_000_00;
const million = 1_000_000_00;

/** A flow for every type of contract that has a shipped template, and one for all others. Sums in minor units. */
export const shippedFlows: readonly ShippedFlow[] = [
  {
    key: 'trade',
    contractTypes: ['sales', 'purchase', 'framework', 'agency'],
    steps: [
      step('legal', 1, 'legal', 16),
      step('finance', 1, 'finance', 16, { amountFromMinor: hundredThousand }),
      step('management', 2, 'approver', 16, { amountFromMinor: million }),
      step('risk', 2, 'approver', 16, { riskFrom: 'high' }),
      step('counterparty', 2, 'approver', 16, { gradeFrom: 'D' }),
    ],
  },
  {
    key: 'services',
    contractTypes: ['services', 'software', 'saas', 'consultancy'],
    steps: [step('legal', 1, 'legal', 16), step('finance', 1, 'finance', 16, { amountFromMinor: hundredThousand }), step('clauses', 2, 'approver', 16, { onlyWithNonStandardClauses: true })],
  },
  {
    key: 'assets',
    contractTypes: ['lease', 'construction'],
    steps: [step('legal', 1, 'legal', 24), step('finance', 1, 'finance', 24), step('management', 2, 'approver', 16)],
  },
  { key: 'nda', contractTypes: ['nda'], steps: [step('legal', 1, 'legal', 8), step('risk', 2, 'approver', 8, { onlyForeignPaper: true, riskFrom: 'medium' })] },
  { key: 'changes', contractTypes: ['supplementary'], steps: [step('legal', 1, 'legal', 8), step('finance', 1, 'finance', 8), step('management', 2, 'approver', 16, { riskFrom: 'medium' })] },
  { key: 'others', contractTypes: [], steps: [step('legal', 1, 'legal', 16), step('counterparty', 2, 'approver', 16, { gradeFrom: 'C' })] },
];

/** A shipped flow under names of this vault. It is on where somebody holds each role that it asks, else off. */
export function shippedDraft({ key, contractTypes, steps }: ShippedFlow, names: Readonly<Record<string, string>>, heldRoles: ReadonlySet<Role>): FlowDraft {
  const isOn = steps.every(({ assignees }) => assignees.every((assignee) => assignee.kind === 'user' || heldRoles.has(assignee.role)));
  return {
    name: names[key] ?? key,
    contractTypes,
    steps: steps.map((one) => ({ ...one, name: names[one.name] ?? one.name })),
    isOn,
    drafterMayApprove: false,
    needsSecondReviewer: false,
  };
}
