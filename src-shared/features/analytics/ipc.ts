import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { idSchema } from '../../kernel/ids.ts';
import { definitionSchema, reportDataSchema, savedReportIdSchema, savedReportSchema } from './model.ts';

const taskId = idSchema<'task'>();
const fileName = z.string().trim().min(1).max(100);
const words = z.record(z.string().max(80), z.string().max(200)).readonly();
const written = z.object({ fileName: z.string(), rows: z.int() }).readonly().nullable();

export const analyticsOperations = {
  run: query({ input: z.object({ definition: definitionSchema }).readonly(), output: reportDataSchema, errors: [], access: 'contracts.read' }),
  saved: query({ input: nothing, output: z.array(savedReportSchema).readonly(), errors: [], access: 'contracts.read' }),
  /** Keeps a report under a name, for everybody who may see what it is of; one's own of the same name is replaced. */
  save: command({
    input: z.object({ name: savedReportSchema.unwrap().shape.name, definition: definitionSchema }).readonly(),
    output: savedReportSchema,
    errors: ['TOO_MANY_REPORTS'],
    access: 'contracts.read',
    changes: ['analytics'],
  }),
  remove: command({ input: z.object({ id: savedReportIdSchema }).readonly(), output: z.null(), errors: ['NOT_FOUND'], access: 'contracts.read', changes: ['analytics'] }),
  /** Writes a report to a file that the person picks; null when cancelled. Words for codes come from the interface. */
  exportTable: command({
    input: z
      .object({
        definition: definitionSchema,
        format: z.enum(['xlsx', 'csv', 'pdf']),
        fileName,
        title: z.string().max(200),
        subtitle: z.string().max(400),
        headings: z.object({ group: z.string().max(80), split: z.string().max(80), value: z.string().max(80), count: z.string().max(80), currency: z.string().max(80) }).readonly(),
        words,
        language: z.enum(['zh', 'en']),
        taskId,
      })
      .readonly(),
    output: written,
    errors: ['TARGET_MISSING'],
    access: 'contracts.read',
    discloses: { subject: 'analytics', named: null },
  }),
  /** Writes the single rows behind a report, streamed: as many as there are. */
  exportDetails: command({
    input: z.object({ definition: definitionSchema, format: z.enum(['xlsx', 'csv']), fileName, headings: z.array(z.string().max(80)).max(20).readonly(), words, taskId }).readonly(),
    output: written,
    errors: ['TARGET_MISSING', 'NO_DETAILS'],
    access: 'contracts.read',
    discloses: { subject: 'analytics', named: null },
  }),
  /** Writes a chart, as the window drew it, as a PNG file. */
  exportPicture: command({
    input: z.object({ fileName, base64: z.base64().max(7_000_000) }).readonly(),
    output: z.object({ fileName: z.string() }).readonly().nullable(),
    errors: ['TARGET_MISSING', 'CHART_NOT_DRAWN'],
    access: 'contracts.read',
    discloses: { subject: 'analytics', named: null },
  }),
  cancel: command({ input: z.object({ taskId }).readonly(), output: z.null(), errors: [], access: 'contracts.read' }),
} as const;
