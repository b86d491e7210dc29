import { z } from 'zod';
import { addDays, addMonths, dayOf, dayParts, daySchema, weekdayOf, type Day } from '../../kernel/day.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { reportScheduleIdSchema, type ReportScheduleId } from './model.ts';

/** How often a report is written by itself: after each whole week, month or quarter. */
export const reportCadences = ['weekly', 'monthly', 'quarterly'] as const;
export type ReportCadence = (typeof reportCadences)[number];
export const reportFormats = ['pdf', 'xlsx'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export const reportScheduleEntrySchema = z
  .object({
    /** One contract as it stands, or null: all contracts in the period that ended. */
    contractId: contractIdSchema.nullable(),
    cadence: z.enum(reportCadences),
    formats: z.array(z.enum(reportFormats)).min(1).max(reportFormats.length).readonly(),
    language: z.enum(['zh', 'en']),
  })
  .readonly();
export type ReportScheduleEntry = z.infer<typeof reportScheduleEntrySchema>;

/** Why the last report could not be written: the folder is gone, it can't be written to, or the contract is gone. */
export const reportFailures = ['FOLDER_GONE', 'NOT_WRITABLE', 'CONTRACT_GONE'] as const;
export type ReportFailure = (typeof reportFailures)[number];

export const reportScheduleSchema = z
  .object({
    id: reportScheduleIdSchema,
    ...reportScheduleEntrySchema.unwrap().shape,
    /** Empty for all contracts. */
    contractTitle: z.string(),
    contractNumber: z.string(),
    isOn: z.boolean(),
    nextOn: daySchema,
    lastWrittenAt: z.int().nullable(),
    /** Where this laptop writes it; null: no folder was chosen on this laptop. */
    folder: z.string().nullable(),
    isFolderThere: z.boolean(),
    failure: z.object({ at: z.int(), code: z.enum(reportFailures) }).readonly().nullable(),
  })
  .readonly();
export type ReportSchedule = z.infer<typeof reportScheduleSchema>;

/** Reports that were missed while nobody was there are written up to this many, the latest ones. */
export const mostCaughtUp = 12;

export interface ReportPeriod {
  readonly from: Day;
  readonly to: Day;
}

/** The first day after today on which a period ends: a Monday, or the first of a month or of a quarter. */
export function nextReportOn(cadence: ReportCadence, today: Day): Day {
  const { year, month } = dayParts(today);
  switch (cadence) {
    case 'weekly':
      return addDays(today, 7 - ((weekdayOf(today) + 6) % 7));
    case 'monthly':
      return addMonths(dayOf(year, month, 1), 1);
    case 'quarterly':
      return addMonths(dayOf(year, month - ((month - 1) % 3), 1), 3);
  }
}

/** The whole period that ended on the day before. */
export function reportPeriodBefore(cadence: ReportCadence, on: Day): ReportPeriod {
  const from = cadence === 'weekly' ? addDays(on, -7) : addMonths(on, cadence === 'monthly' ? -1 : -3);
  return { from, to: addDays(on, -1) };
}

/** The periods that ended since a schedule was last run, oldest first, and when it is due next. */
export function reportsDue(cadence: ReportCadence, nextOn: Day, today: Day): { readonly periods: readonly ReportPeriod[]; readonly nextOn: Day } {
  const periods: ReportPeriod[] = [];
  let on = nextOn;
  for (; on <= today; on = nextReportOn(cadence, on)) periods.push(reportPeriodBefore(cadence, on));
  return { periods: periods.slice(-mostCaughtUp), nextOn: on };
}

/** A file's name in the folder, which others read: it says neither which contract nor whose. */
export function reportFileName(id: ReportScheduleId, period: ReportPeriod, format: ReportFormat): string {
  return `deedbox-${id.slice(0, 8)}-${period.from}_${period.to}.${format}`;
}
