import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { idSchema } from '../../kernel/ids.ts';
import { auditBreakSchema, auditColumns, auditEventSchema, auditFilterSchema } from './model.ts';

const access = 'audit.read';
const ofTask = z.object({ taskId: idSchema<'task'>() }).readonly();

export const auditOperations = {
  /** Events, the newest first. `before`: only those with a smaller running number. */
  list: query({
    input: z.object({ filter: auditFilterSchema, before: z.int().nullable(), limit: z.int().min(1).max(200) }).readonly(),
    output: z.object({ events: z.array(auditEventSchema).readonly(), total: z.int() }).readonly(),
    errors: [],
    access,
  }),
  /** What the filters offer: who did something, which features and kinds of things occur. */
  choices: query({
    input: nothing,
    output: z
      .object({
        actors: z.array(z.object({ id: z.string(), name: z.string() }).readonly()).readonly(),
        features: z.array(z.string()).readonly(),
        subjectKinds: z.array(z.string()).readonly(),
      })
      .readonly(),
    errors: [],
    access,
  }),
  /** Walks the whole chain and tells what was done to it. */
  check: command({
    input: ofTask,
    output: z
      .object({ events: z.int(), head: z.string(), breaks: z.array(auditBreakSchema).readonly(), checkedAt: z.int() })
      .readonly(),
    errors: ['DAMAGED_HEADER'],
    access,
  }),
  cancelCheck: command({ input: ofTask, output: z.null(), errors: [], access }),
  /** Writes the events that a filter finds as CSV where the person chooses; null when they cancelled. */
  exportList: command({
    input: z
      .object({
        filter: auditFilterSchema,
        fileName: z.string().min(1).max(100),
        headings: z.array(z.string().max(60)).length(auditColumns.length).readonly(),
      })
      .readonly(),
    output: z.object({ fileName: z.string(), rows: z.int() }).readonly().nullable(),
    errors: ['TARGET_MISSING'],
    access,
    changes: ['audit'],
  }),
} as const;
