import type { ReminderKind } from '#shared/features/reminders/model.ts';

/** Which reminders are shown of a view. */
export interface ReminderFilter {
  readonly everybody: boolean;
  readonly kind: ReminderKind | null;
  readonly search: string;
}

/** As many as are shown at once; who has more filters. */
export const mostShown = 200;
