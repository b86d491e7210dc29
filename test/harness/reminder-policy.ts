import { defaultPolicy, type ReminderEvent } from '#shared/features/reminders/model.ts';
import type { TestWorld } from './world.ts';

/** Reviews come by themselves: of every signed contract, and of who may open the vault. */
export const comingByItself: readonly ReminderEvent[] = ['review_due', 'access_review'];

/** Keeps what comes by itself out of what a test listens to: the reviews of contracts, or the events given. */
export async function silenceReviews(world: TestWorld, events: readonly ReminderEvent[] = ['review_due']): Promise<void> {
  const silenced = Object.fromEntries(events.map((event) => [event, []]));
  await world.must('reminders.savePolicy', { policy: { ...defaultPolicy, offsets: { ...defaultPolicy.offsets, ...silenced } } });
}
