import { describe, expect, test } from 'vitest';
import { figuresOf, median, stepFiguresOf, type TimedTask } from '#shared/features/approvals/figures.ts';
import { flowDraftSchema, type ApprovalTask, type Flow, type FlowDraft, type FlowStep, type Member } from '#shared/features/approvals/model.ts';
import { decide, firstStates } from '#shared/features/approvals/decide.ts';
import { castTasks, dueAt, escalated, flowFor, standIn, type RouteFacts } from '#shared/features/approvals/rules.ts';
import { shippedDraft, shippedFlowKeys, shippedFlows, shippedStepKeys } from '#shared/features/approvals/shipped-flows.ts';
import { contractTypes } from '#shared/features/templates/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';

const user = (name: string) => name as UserId;
const members: readonly Member[] = [
  { id: user('drafter'), name: '经办', roles: ['contract_manager'], mayDecide: true, maySubmit: true },
  { id: user('legal'), name: '法务甲', roles: ['legal'], mayDecide: true, maySubmit: true },
  { id: user('legal2'), name: '法务乙', roles: ['legal'], mayDecide: true, maySubmit: true },
  { id: user('finance'), name: '财务', roles: ['finance'], mayDecide: true, maySubmit: true },
];
const always = { amountFromMinor: null, onlyForeignPaper: false, onlyWithFindings: false, onlyWithNonStandardClauses: false, riskFrom: null, gradeFrom: null };
const step = (name: string, order: number, over: Partial<FlowStep> = {}): FlowStep => ({ name, order, mode: 'all', assignees: [{ kind: 'role', role: 'legal' }], condition: always, deadlineHours: null, escalateTo: null, ...over });
const flow = (steps: readonly FlowStep[], over: Partial<FlowDraft> = {}): FlowDraft => ({ name: '标准', contractTypes: [], steps, isOn: true, drafterMayApprove: false, needsSecondReviewer: false, ...over });
const facts: RouteFacts = { contractType: 'sales', amountMinor: 5_000_00, isForeignPaper: false, openFindings: 0, nonStandardClauses: 0, riskLevel: 'low', counterpartyGrade: 'A' };
const casting = { members, absences: [], today: '2026-11-24', drafterIds: [user('drafter')] };
const names = (result: ReturnType<typeof castTasks>) => (result.ok ? result.value.map(({ stepName, assigneeId }) => `${stepName}:${assigneeId}`) : result.error.code);

describe('a flow', () => {
  const saved = (contractTypes: Flow['contractTypes'], over: Partial<Flow> = {}): Flow => ({ ...flow([step('法务', 1)]), id: contractTypes.join() as never, version: 1, changedAt: 0, changedByName: '', ...over, contractTypes });
  test('of the contract’s own type comes before the one for all others, and one that is off is none', () => {
    expect(flowFor([saved([]), saved(['sales'])], 'sales')?.contractTypes).toEqual(['sales']);
    expect(flowFor([saved([]), saved(['sales'])], 'lease')?.contractTypes).toEqual([]);
    expect(flowFor([saved(['sales'], { isOn: false })], 'sales')).toBeNull();
  });

  test('takes a step only where its conditions hold, and takes it where they can’t be told', () => {
    const big = flow([step('法务', 1), step('财务', 2, { assignees: [{ kind: 'role', role: 'finance' }], condition: { ...always, amountFromMinor: 10_000_00 } })]);
    expect(names(castTasks(big, facts, casting))).toEqual(['法务:legal', '法务:legal2']);
    expect(names(castTasks(big, { ...facts, amountMinor: 10_000_00 }, casting))).toContain('财务:finance');
    expect(names(castTasks(big, { ...facts, amountMinor: null }, casting))).toContain('财务:finance');
    const careful = flow([step('法务', 1, { condition: { ...always, onlyWithFindings: true } })]);
    expect(names(castTasks(careful, facts, casting))).toEqual([]);
    expect(names(castTasks(careful, { ...facts, openFindings: null, nonStandardClauses: 0 }, casting))).toHaveLength(2);
    const foreign = flow([step('法务', 1, { condition: { ...always, onlyForeignPaper: true } })]);
    expect(names(castTasks(foreign, facts, casting))).toEqual([]);
    expect(names(castTasks(foreign, { ...facts, isForeignPaper: true }, casting))).toHaveLength(2);
  });

  test('asks nobody, and no second reviewer, where none of its steps is taken', () => {
    const big = flow([step('法务', 1, { condition: { ...always, amountFromMinor: 10_000_00 } })], { needsSecondReviewer: true });
    expect(castTasks(big, facts, casting)).toEqual({ ok: true, value: [] });
  });

  test('asks by the contract’s risk and by its counterparties’ grade, and where these can’t be told', () => {
    const risky = flow([step('风险', 1, { condition: { ...always, riskFrom: 'medium' } })]);
    const taken = (draft: FlowDraft, over: Partial<RouteFacts>) => names(castTasks(draft, { ...facts, ...over }, casting)).length > 0;
    expect((['low', 'medium', 'high', null] as const).map((riskLevel) => taken(risky, { riskLevel }))).toEqual([false, true, true, true]);
    const graded = flow([step('资信', 1, { condition: { ...always, gradeFrom: 'C' } })]);
    expect((['A', 'B', 'C', 'D', 'blacklisted', null] as const).map((counterpartyGrade) => taken(graded, { counterpartyGrade }))).toEqual([false, false, true, true, true, true]);
  });

  test('that wants two reviewers is refused where one person would decide everything', () => {
    const steps = [step('财务', 1, { assignees: [{ kind: 'role', role: 'finance' }] }), step('复核', 2, { assignees: [{ kind: 'user', userId: user('finance') }] })];
    expect(names(castTasks(flow(steps, { needsSecondReviewer: true }), facts, casting))).toBe('NO_SECOND_REVIEWER');
    expect(castTasks(flow([...steps, step('法务', 3)], { needsSecondReviewer: true }), facts, casting).ok).toBe(true);
  });

  test('escalates to whoever is named and may decide: not to the drafter, not to somebody who is asked already, and to a delegate', () => {
    const absences = [{ userId: user('finance'), fromOn: '2026-11-20', untilOn: '2026-11-30', delegateId: user('legal2') }];
    expect(escalated({ kind: 'role', role: 'finance' }, { ...casting, absences }, [])).toEqual(['legal2']);
    expect(escalated({ kind: 'role', role: 'legal' }, casting, [user('legal')])).toEqual(['legal2']);
    expect(escalated({ kind: 'role', role: 'contract_manager' }, casting, [])).toEqual([]);
    expect(escalated({ kind: 'role', role: 'auditor' }, casting, [])).toEqual([]);
  });

  test('is shipped for every type of contract, switched on where somebody holds its roles', () => {
    const served = shippedFlows.flatMap(({ contractTypes: types }) => types);
    expect([...served, 'other'].toSorted()).toEqual([...contractTypes].toSorted());
    expect(new Set(served).size).toBe(served.length);
    const words = Object.fromEntries([...shippedFlowKeys, ...shippedStepKeys].map((key) => [key, `名称 ${key}`]));
    for (const shipped of shippedFlows) {
      const draft = flowDraftSchema.parse(shippedDraft(shipped, words, new Set(['legal', 'finance', 'approver'])));
      expect([draft.isOn, draft.name, draft.steps.every(({ name, escalateTo }) => name.startsWith('名称') && escalateTo !== null)]).toEqual([true, `名称 ${shipped.key}`, true]);
      expect(shippedDraft(shipped, words, new Set(['finance'])).isOn).toBe(false);
    }
  });

  test('never lets the drafter decide unless it says so, and says when nobody is left', () => {
    const own = flow([step('业务', 1, { assignees: [{ kind: 'role', role: 'contract_manager' }] })]);
    expect(castTasks(own, facts, casting)).toMatchObject({ ok: false, error: { code: 'NO_ONE_FOR_STEP', params: { step: '业务' } } });
    expect(names(castTasks({ ...own, drafterMayApprove: true }, facts, casting))).toEqual(['业务:drafter']);
    expect(names(castTasks(flow([step('审计', 1, { assignees: [{ kind: 'role', role: 'auditor' }] })]), facts, casting))).toBe('NO_ONE_FOR_STEP');
    expect(names(castTasks(flow([step('已离职', 1, { assignees: [{ kind: 'user', userId: user('gone') }] })]), facts, casting))).toBe('NO_ONE_FOR_STEP');
  });

  test('gives the task of somebody who is away to the end of the chain of delegates, once', () => {
    const absences = [
      { userId: user('legal'), fromOn: '2026-11-20', untilOn: '2026-11-24', delegateId: user('legal2') },
      { userId: user('finance'), fromOn: '2026-11-24', untilOn: '2026-11-30', delegateId: user('legal') },
    ];
    expect(names(castTasks(flow([step('法务', 1)]), facts, { ...casting, absences }))).toEqual(['法务:legal2']);
    const cast = castTasks(flow([step('财务', 1, { assignees: [{ kind: 'role', role: 'finance' }] })]), facts, { ...casting, absences });
    expect(cast).toMatchObject({ ok: true, value: [{ assigneeId: 'legal2', insteadOfId: 'finance' }] });
    expect(standIn(user('legal'), { members, absences, today: '2026-11-25' })).toMatchObject({ value: 'legal' });
  });

  test('says when delegates lead in a circle', () => {
    const absences = [
      { userId: user('legal'), fromOn: '2026-11-20', untilOn: '2026-11-30', delegateId: user('legal2') },
      { userId: user('legal2'), fromOn: '2026-11-20', untilOn: '2026-11-30', delegateId: user('legal') },
    ];
    expect(castTasks(flow([step('法务', 1)]), facts, { ...casting, absences })).toMatchObject({ error: { code: 'DELEGATION_CYCLE', params: { name: '法务甲' } } });
  });
});

describe('a round', () => {
  type Held = Parameters<typeof decide>[0][number];
  const held = (id: string, order: number, state: Held['state'], over: Partial<Held> = {}): Held => ({ id: id as ApprovalTask['id'], step: order, order, mode: 'all', state, assigneeId: user(id), escalatedFromId: null, ...over });
  const alone = { needsSecondReviewer: false, members: [] };
  const settle = (tasks: readonly Held[], id: string, decision: Parameters<typeof decide>[2], rule: Parameters<typeof decide>[3] = alone) => {
    const settled = decide(tasks, id as ApprovalTask['id'], decision, rule);
    return settled.ok ? { round: settled.value.round, states: [...settled.value.states.values()] } : settled.error.code;
  };

  test('opens the lowest order first', () => {
    expect(firstStates([2, 1, 1, 3])).toEqual(['waiting', 'pending', 'pending', 'waiting']);
  });

  test('goes on when all side by side have approved, and is approved after the last', () => {
    const tasks = [held('a', 1, 'pending'), held('b', 1, 'pending'), held('c', 2, 'waiting')];
    expect(settle(tasks, 'a', 'approved')).toEqual({ round: 'pending', states: ['approved', 'pending', 'waiting'] });
    expect(settle([held('a', 1, 'approved'), held('b', 1, 'pending'), held('c', 2, 'waiting')], 'b', 'approved')).toEqual({ round: 'pending', states: ['approved', 'approved', 'pending'] });
    expect(settle([held('a', 1, 'approved'), held('c', 2, 'pending')], 'c', 'approved')).toEqual({ round: 'approved', states: ['approved', 'approved'] });
  });

  test('needs one approval where any of a step may give it, and spares the others', () => {
    const tasks = [held('a', 1, 'pending', { mode: 'any' }), held('b', 1, 'pending', { mode: 'any' }), held('x', 1, 'pending', { step: 9 })];
    expect(settle(tasks, 'b', 'approved')).toEqual({ round: 'pending', states: ['not_required', 'approved', 'pending'] });
  });

  test('ends with the first rejection or return, whoever else was asked', () => {
    const tasks = [held('a', 1, 'pending'), held('b', 1, 'pending'), held('c', 2, 'waiting')];
    expect(settle(tasks, 'b', 'returned')).toEqual({ round: 'returned', states: ['not_required', 'returned', 'not_required'] });
    expect(settle(tasks, 'a', 'rejected')).toEqual({ round: 'rejected', states: ['rejected', 'not_required', 'not_required'] });
  });

  test('takes a late task and those in its place for one: whoever approves first spares the others', () => {
    const late = held('a', 1, 'pending');
    const tasks = [late, held('boss', 1, 'pending', { escalatedFromId: late.id }), held('b', 1, 'pending', { step: 1 })];
    expect(settle(tasks, 'boss', 'approved')).toEqual({ round: 'pending', states: ['not_required', 'approved', 'pending'] });
    expect(settle(tasks, 'a', 'approved')).toEqual({ round: 'pending', states: ['approved', 'not_required', 'pending'] });
    expect(settle(tasks, 'b', 'approved')).toEqual({ round: 'pending', states: ['pending', 'pending', 'approved'] });
  });

  test('asks those who were spared where the last approver would be the only one', () => {
    const any = { mode: 'any' } as const;
    const both = { needsSecondReviewer: true, members: [user('a'), user('b')] };
    const one = [held('a', 1, 'pending', any), held('b', 1, 'pending', any)];
    expect(settle(one, 'a', 'approved', both)).toEqual({ round: 'pending', states: ['approved', 'pending'] });
    expect(settle([held('a', 1, 'approved', any), held('b', 1, 'pending', any)], 'b', 'approved', both)).toEqual({ round: 'approved', states: ['approved', 'approved'] });
    // The same person at both steps, the other spared at the first.
    const twice = [held('a', 1, 'approved', any), held('b', 1, 'not_required', any), held('a2', 2, 'pending', { ...any, assigneeId: user('a') })];
    expect(settle(twice, 'a2', 'approved', both)).toEqual({ round: 'pending', states: ['approved', 'pending', 'approved'] });
    expect(settle(twice, 'a2', 'approved', { needsSecondReviewer: true, members: [user('a')] })).toBe('ONLY_REVIEWER');
    expect(settle(twice, 'a2', 'approved', { needsSecondReviewer: false, members: [] })).toMatchObject({ round: 'approved' });
    expect(settle(twice, 'a2', 'returned', both)).toMatchObject({ round: 'returned' });
  });

  test('takes no decision on a task that waits or was decided', () => {
    expect(settle([held('a', 1, 'waiting')], 'a', 'approved')).toBe('TASK_NOT_OPEN');
    expect(settle([held('a', 1, 'approved')], 'a', 'rejected')).toBe('TASK_NOT_OPEN');
    expect(settle([], 'a', 'approved')).toBe('TASK_NOT_OPEN');
  });
});

describe('a deadline', () => {
  const midnight = Date.UTC(2026, 10, 24);
  const at = (day: number, hour: number) => midnight + day * 86_400_000 + hour * 3_600_000;
  const weekdays = (offset: number) => ![4, 5].includes(offset % 7); // 2026-11-24 is a Tuesday
  test('counts eight hours to a working day from the moment of asking', () => {
    expect(dueAt(at(0, 10), 4, midnight, weekdays)).toBe(at(0, 14));
    expect(dueAt(at(0, 15), 4, midnight, weekdays)).toBe(at(1, 11));
    expect(dueAt(at(0, 20), 8, midnight, weekdays)).toBe(at(1, 17));
    expect(dueAt(at(0, 7), 8, midnight, weekdays)).toBe(at(0, 17));
  });
  test('passes over days that are not worked', () => {
    expect(dueAt(at(3, 16), 2, at(3, 0), (offset) => weekdays(offset + 3))).toBe(at(6, 10));
  });
});

test('the process figures say how long approval took and how often it went through at once', () => {
  const day = 86_400_000;
  const round = (closedAt: number, took: number, over = {}) => ({ contractType: 'sales' as const, submittedAt: closedAt - took, closedAt, state: 'approved' as const, attempt: 1, ...over });
  const month = (at: number) => (at < 100 * day ? '2026-01' : '2026-02');
  const figures = figuresOf([round(day * 9, day), round(day * 10, 3 * day), round(day * 11, day, { state: 'returned' }), round(day * 12, 2 * day, { attempt: 2 }), round(day * 120, day, { state: 'voided' })], month);
  expect(figures).toEqual([{ contractType: 'sales', month: '2026-01', ended: 4, approved: 3, firstPass: 2, sentBack: 1, medianMs: 2 * day, longestMs: 3 * day }]);
  expect(figuresOf([], month)).toEqual([]);
  expect([median([]), median([4]), median([1, 4])]).toEqual([null, 4, 3]);
});

test('the steps that take the most time come first, with who stands there now', () => {
  const hour = 3_600_000;
  const task = (roundId: string, step: number, openedAt: number, decidedAt: number | null, over: Partial<TimedTask> = {}): TimedTask => ({ roundId, contractType: 'sales', step, stepName: ['法务', '财务'][step] ?? '', state: decidedAt === null ? 'pending' : 'approved', openedAt: openedAt * hour, decidedAt: decidedAt === null ? null : decidedAt * hour, ...over });
  const steps = stepFiguresOf(
    [
      task('a', 0, 0, 1),
      // Two side by side: the step lasts until the later of them.
      task('a', 1, 1, 3),
      task('a', 1, 1, 7),
      task('b', 0, 0, 3),
      task('b', 1, 3, null),
      // Recalled before anybody decided: no stay at all.
      task('c', 0, 0, null, { state: 'withdrawn' }),
    ],
    10 * hour,
  );
  expect(steps).toEqual([
    { contractType: 'sales', stepName: '财务', passed: 1, medianMs: 6 * hour, longestMs: 6 * hour, open: 1, oldestMs: 7 * hour, share: 13 / 17 },
    { contractType: 'sales', stepName: '法务', passed: 2, medianMs: 2 * hour, longestMs: 3 * hour, open: 0, oldestMs: null, share: 4 / 17 },
  ]);
  expect(stepFiguresOf([], 0)).toEqual([]);
});
