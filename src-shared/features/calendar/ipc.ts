import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { calendarYearEntrySchema, calendarYearSchema } from './model.ts';
import { yearRefusals } from './rules.ts';

const changes = ['calendar', 'contracts'] as const;

export const calendarOperations = {
  /** The years that the vault's people entered; those that were announced come with the program. */
  ownYears: query({ input: nothing, output: z.array(calendarYearSchema).readonly(), errors: [], access: 'contracts.read' }),
  /** Enters a year, in place of what was announced or entered for it. Deadlines in working days follow. */
  saveYear: command({ input: calendarYearEntrySchema, output: z.null(), errors: yearRefusals, access: 'contracts.write', changes }),
  /** Takes an entered year back: what was announced for it holds again, or nothing. */
  removeYear: command({ input: z.object({ year: z.int() }).readonly(), output: z.null(), errors: ['NOT_FOUND'], access: 'contracts.write', changes }),
};
