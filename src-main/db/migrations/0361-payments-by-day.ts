import type { Migration } from '../migrate.ts';

/** Payments by their day, open or not, as obligations have it: a page of all that falls due is read where it begins. */
export const paymentsByDay: Migration = {
  version: 361,
  steps: { core: (schema) => `CREATE INDEX ${schema}.payment_dues_day ON payment_dues (due_key, id);` },
};
