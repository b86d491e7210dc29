import { shippedFlowKeys, shippedStepKeys } from '#shared/features/approvals/shipped-flows.ts';
import type { Assignee, FlowDraft, FlowStep, Member } from '#shared/features/approvals/model.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/i18n.ts';

/** A flow to begin with: one step, decided by whoever of the contract managers is not the drafter. */
export function newDraft(stepName: string): FlowDraft {
  return { name: '', contractTypes: [], steps: [newStep(stepName, 1)], isOn: true, drafterMayApprove: false, needsSecondReviewer: false };
}

export function newStep(name: string, order: number): FlowStep {
  return { name, order, mode: 'any', assignees: [{ kind: 'role', role: 'legal' }], condition: { amountFromMinor: null, onlyForeignPaper: false, onlyWithFindings: false, onlyWithNonStandardClauses: false, riskFrom: null, gradeFrom: null }, deadlineHours: 16, escalateTo: null };
}

/** A step in one sentence, as a person would say it. */
export function useStepWords(members: readonly Member[]): (step: FlowStep) => string {
  const translate = useTranslate();
  const format = useFormat();
  const nameOf = (assignee: Assignee) =>
    assignee.kind === 'role' ? translate(`vault.role.${assignee.role}`) : (members.find(({ id }) => id === assignee.userId)?.name ?? translate('approvals.flows.gone'));
  return ({ name, order, mode, assignees, condition, deadlineHours, escalateTo }) => {
    const when = [
      ...(condition.amountFromMinor === null ? [] : [translate('approvals.flows.when.amount', { amount: format.number(condition.amountFromMinor / 100) })]),
      ...(condition.onlyForeignPaper ? [translate('approvals.flows.when.foreign')] : []),
      ...(condition.onlyWithFindings ? [translate('approvals.flows.when.findings')] : []),
      ...(condition.onlyWithNonStandardClauses ? [translate('approvals.flows.when.nonStandard')] : []),
      ...(condition.riskFrom === null ? [] : [translate(`approvals.flows.when.risk.${condition.riskFrom}`)]),
      ...(condition.gradeFrom === null ? [] : [translate(`approvals.flows.when.grade.${condition.gradeFrom}`)]),
    ];
    const who = translate(`approvals.flows.who.${mode}`, { names: format.list(assignees.map(nameOf)) });
    return [
      translate('approvals.flows.stepLine', { order, name, who }),
      ...(when.length === 0 ? [] : [translate('approvals.flows.whenLine', { when: when.join(translate('approvals.flows.when.and')) })]),
      ...(deadlineHours === null ? [] : [translate('approvals.flows.deadlineLine', { hours: deadlineHours })]),
      ...(deadlineHours === null || escalateTo === null ? [] : [translate('approvals.flows.escalateLine', { name: nameOf(escalateTo) })]),
    ].join(translate('approvals.flows.separator'));
  };
}

/** What the shipped flows and their steps are called in the language of the window, by key. */
export function useShippedNames(): Readonly<Record<string, string>> {
  const translate = useTranslate();
  return Object.fromEntries([
    ...shippedFlowKeys.map((key) => [key, translate(`approvals.flows.shipped.${key}`)] as const),
    ...shippedStepKeys.map((key) => [key, translate(`approvals.flows.shippedStep.${key}`)] as const),
  ]);
}
