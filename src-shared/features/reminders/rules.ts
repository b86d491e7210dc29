import { addDays, type Day } from '../../kernel/day.ts';
import type { ReminderEvent, ReminderPolicy } from './model.ts';

/** What the rules need to know of a target. */
export interface Item {
  readonly event: ReminderEvent;
  readonly targetOn: Day;
}

/** A step at which a target reminds. Level 1: it goes to the person to whom things are escalated. */
export interface ReminderStep {
  readonly offsetDays: number;
  readonly level: 0 | 1;
  readonly on: Day;
}

/** All steps of a target by the policy, the earliest first. */
export function stepsOf({ event, targetOn }: Item, policy: ReminderPolicy): readonly ReminderStep[] {
  const plain = [...new Set(policy.offsets[event])].map((offsetDays) => ({ offsetDays, level: 0 as const }));
  // A warning is a message, not a date that somebody misses.
  const escalated = policy.escalation === null || event === 'warning' ? [] : [{ offsetDays: policy.escalation.afterDays, level: 1 as const }];
  return [...plain, ...escalated]
    .sort((one, other) => one.offsetDays - other.offsetDays || one.level - other.level)
    .map((step) => ({ ...step, on: addDays(targetOn, step.offsetDays) }));
}

export interface NextReminders {
  /** What falls due now: of each level the latest step that was reached; those before it were overtaken. */
  readonly due: readonly ReminderStep[];
  /** The day of the first step that is still to come, or null. */
  readonly nextOn: Day | null;
}

/**
 * Which reminders of each item fall due on a day, and when the next one comes. `doneThrough`: the day up to which the
 * item's steps were dealt with; null for a new target, whose past steps are one reminder, not many.
 */
export function nextReminders(
  items: readonly (Item & { readonly doneThrough: Day | null })[],
  today: Day,
  policy: ReminderPolicy,
): readonly NextReminders[] {
  return items.map((item) => {
    const steps = stepsOf(item, policy).filter(({ on }) => item.doneThrough === null || on > item.doneThrough);
    const reached = steps.filter(({ on }) => on <= today);
    const latest = ([0, 1] as const).flatMap((level) => reached.findLast((step) => step.level === level) ?? []);
    return { due: latest, nextOn: steps.find(({ on }) => on > today)?.on ?? null };
  });
}

/** The first day on which an item reminds that is not yet dealt with; null when it never does again. */
export function firstStepOn(item: Item & { readonly doneThrough: Day | null }, policy: ReminderPolicy): Day | null {
  return stepsOf(item, policy).find(({ on }) => item.doneThrough === null || on > item.doneThrough)?.on ?? null;
}

/** Whether a minute of the day lies in the quiet hours, which may reach over midnight. */
export function isQuiet(policy: ReminderPolicy, minute: number): boolean {
  if (policy.quiet === null || policy.quiet.from === policy.quiet.until) return false;
  const { from, until } = policy.quiet;
  return from < until ? minute >= from && minute < until : minute >= from || minute < until;
}

/** Minutes from a minute of the day to the end of the quiet hours; 0 outside them. */
export function minutesOfQuietLeft(policy: ReminderPolicy, minute: number): number {
  if (policy.quiet === null || !isQuiet(policy, minute)) return 0;
  return (policy.quiet.until - minute + 1440) % 1440;
}

/** How reminders are told at once: each by itself, or in one message. */
export type Grouping = 'each' | 'group' | 'digest';

/** The most that are told one by one. */
const mostSingly = 3;

/**
 * One digest where the earliest fell due on a day before today, while nobody was there; a group for many at a time; else
 * each by itself.
 */
export function groupingOf(count: number, earliest: Day | null, today: Day): Grouping {
  if (count > 1 && earliest !== null && earliest < today) return 'digest';
  return count > mostSingly ? 'group' : 'each';
}
