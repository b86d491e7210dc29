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
  return orderedSteps(event, policy).map((step) => ({ ...step, on: addDays(targetOn, step.offsetDays) }));
}

/** The steps of each target with such an event, as days from its own; they lie in the same order whatever that day is. */
function orderedSteps(event: ReminderEvent, policy: ReminderPolicy): readonly Omit<ReminderStep, 'on'>[] {
  const plain = [...new Set(policy.offsets[event])].map((offsetDays) => ({ offsetDays, level: 0 as const }));
  // A warning is a message, not a date that somebody misses.
  const escalated = policy.escalation === null || event === 'warning' ? [] : [{ offsetDays: policy.escalation.afterDays, level: 1 as const }];
  return [...plain, ...escalated].sort((one, other) => one.offsetDays - other.offsetDays || one.level - other.level);
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
  const byEvent = new Map<ReminderEvent, readonly Omit<ReminderStep, 'on'>[]>();
  return items.map(({ event, targetOn, doneThrough }) => {
    let steps = byEvent.get(event);
    if (steps === undefined) byEvent.set(event, (steps = orderedSteps(event, policy)));
    const latest: [ReminderStep | undefined, ReminderStep | undefined] = [undefined, undefined];
    for (const { offsetDays, level } of steps) {
      const on = addDays(targetOn, offsetDays);
      if (doneThrough !== null && on <= doneThrough) continue;
      if (on > today) return { due: latest.filter((step) => step !== undefined), nextOn: on };
      latest[level] = { offsetDays, level, on };
    }
    return { due: latest.filter((step) => step !== undefined), nextOn: null };
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
