import Box from '@mui/material/Box';
import { timelineOf } from '#shared/features/terms/timeline.ts';
import type { TermPlan } from '#shared/features/terms/model.ts';
import { daysBetween, type Day } from '#shared/kernel/day.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';

interface TermDatesProps {
  readonly plan: TermPlan;
  readonly today: Day;
}

/** The dates of a term, each with the days that are left to it. */
export function TermDates({ plan, today }: TermDatesProps) {
  const translate = useTranslate();
  const format = useFormat();
  const distance = useDistance(today);
  const points = timelineOf(plan, today).filter(({ kind }) => kind !== 'today');
  if (points.length === 0) return null;
  return (
    <Box component="dl" sx={{ m: 0, columns: 'auto 392px', columnGap: 5, typography: 'body2' }}>
      {points.map(({ kind, day }) => (
        <Box key={kind} sx={{ display: 'grid', gridTemplateColumns: '176px 96px minmax(0, 1fr)', columnGap: 1.5, py: 0.375, breakInside: 'avoid' }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {translate(`contracts.term.point.${kind}`)}
          </Box>
          <Box component="dd" sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}>
            {format.date(day)}
          </Box>
          <Box component="dd" sx={{ m: 0, color: 'text.secondary' }}>
            {distance(day)}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

/** How far a day is from today, in whole days: a person counts the days that are left, not the months. */
function useDistance(today: Day): (day: Day) => string {
  const translate = useTranslate();
  return (day) => {
    const count = daysBetween(today, day);
    if (count === 0) return translate('contracts.term.isToday');
    return count > 0 ? translate('contracts.term.daysLeft', { count }) : translate('contracts.term.daysAgo', { count: -count });
  };
}
