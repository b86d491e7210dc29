import { expect, test } from 'vitest';
import { newTrigger, triggerKinds, type RuleDraft, type Trigger } from '#shared/features/risks/warnings.ts';
import { restoreTyped } from '../../../src-renderer/keeping/restore-typed.ts';
import { ruleFields } from '../../../src-renderer/features/risks/rule-fields.ts';

const fresh: RuleDraft = { name: '', trigger: newTrigger('notice_near'), audience: { kind: 'owner' }, how: 'notify', isOn: true };
const comesBack = (trigger: Trigger) => restoreTyped(ruleFields, fresh, { trigger }).trigger;

test.each(triggerKinds)('a rule that was left for %s comes back as one', (kind) => {
  expect(comesBack(newTrigger(kind))).toEqual(newTrigger(kind));
});

test.each<Trigger>([
  { kind: 'expiry_near', days: 900 },
  { kind: 'obligations_overdue', count: 0 },
  { kind: 'payment_late', days: 7, amountMinor: 12.5 },
  { kind: 'stage_stays', stage: 'approved', days: -1 },
  { kind: 'score_reached', score: 101 },
])('a rule that was left with a number out of bounds comes back with it: %o', (trigger) => {
  expect(comesBack(trigger)).toEqual(trigger);
});

test('a rule that waits for what no rule can wait for begins anew', () => {
  expect(comesBack({ kind: 'moon_full' } as never)).toEqual(fresh.trigger);
});
