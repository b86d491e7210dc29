import type { Migration } from '../migrate.ts';

/**
 * Two indexes by day less. Whoever asked them can ask by when a reminder was recorded, which grows by itself; each index
 * by day is written at hundreds of places when thousands of reminders are recorded at once.
 */
export const remindersByRecording: Migration = {
  version: 330,
  steps: { core: without, finance: without },
};

function without(schema: string): string {
  return `DROP INDEX ${schema}.reminders_event; DROP INDEX ${schema}.reminders_due;`;
}
