import { defaultPolicy } from '#shared/features/reminders/model.ts';
import type { TestWorld } from './world.ts';

/** Keeps the reviews that are scheduled for every signed contract out of what a test listens to. */
export async function silenceReviews(world: TestWorld): Promise<void> {
  await world.must('reminders.savePolicy', { policy: { ...defaultPolicy, offsets: { ...defaultPolicy.offsets, review_due: [] } } });
}
