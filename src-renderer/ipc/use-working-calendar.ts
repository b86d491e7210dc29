import { useMemo } from 'react';
import type { WorkingCalendar } from '#shared/features/calendar/model.ts';
import { prcYears } from '#shared/features/calendar/prc-years.ts';
import { calendarOf } from '#shared/features/calendar/rules.ts';
import { useOperation } from './use-query.ts';

/** The working years that the vault knows, as main counts by them: those that were announced, and its own in their place. */
export function useWorkingCalendar(): WorkingCalendar {
  const own = useOperation('calendar.ownYears', undefined).data;
  return useMemo(() => calendarOf(prcYears, own ?? []), [own]);
}
