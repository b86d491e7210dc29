import { z } from 'zod';
import { daySchema, type Day } from '../../kernel/day.ts';
import { plainText } from '../../kernel/plain-text.ts';

/** A day that does not follow Monday to Friday: a public holiday, or a day off that is worked (调休). */
export const calendarDaySchema = z
  .object({ day: daySchema, isWorkday: z.boolean(), nameZh: z.string().max(60), nameEn: z.string().max(60) })
  .readonly();
export type CalendarDay = z.infer<typeof calendarDaySchema>;

/** One year of working time as it was announced; the days that it does not name follow the week. */
export const calendarYearSchema = z
  .object({ year: z.int().min(1949).max(2200), days: z.array(calendarDaySchema).max(366).readonly() })
  .readonly();
/** A year as it is entered. */
export const calendarYearEntrySchema = calendarYearSchema
  .unwrap()
  .extend({ days: z.array(calendarDaySchema.unwrap().extend({ nameZh: plainText(60), nameEn: plainText(60) }).readonly()).max(366).readonly() })
  .readonly();
export type CalendarYear = z.infer<typeof calendarYearSchema>;

/** The years that are known. A year that is not in it is unknown, never guessed. */
export type WorkingCalendar = ReadonlyMap<number, ReadonlyMap<Day, CalendarDay>>;
