import ChevronLeftIcon from '@mui/icons-material/ChevronLeft';
import ChevronRightIcon from '@mui/icons-material/ChevronRight';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { standingOf } from '#shared/features/fulfilment/rules.ts';
import { addDays, addMonths, dayParts, daysBetween, weekdayOf, type Day } from '#shared/kernel/day.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { presentDay } from '../../../ui/present-day.ts';
import { usePortfolioStore } from '../store.ts';
import { pathOf, useLineTitle } from './use-line-title.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 0] as const;

/** A month or a week with what falls on each day. */
export function CalendarView({ span }: { readonly span: 'month' | 'week' }) {
  const translate = useTranslate();
  const format = useFormat();
  const { filter, setView, setFilter } = usePortfolioStore();
  const [anchor, setAnchor] = useState<Day>(presentDay());
  const { from, to } = boundsOf(anchor, span);
  const answer = useOperation('fulfilment.calendar', { filter, from, to, perDay: span === 'month' ? 4 : 30 }, { keepPrevious: true });
  const today = answer.data?.today ?? presentDay();
  const byDay = new Map(answer.data?.days.map((one) => [one.day, one]));
  const step = (count: number) => setAnchor(span === 'month' ? addMonths(`${anchor.slice(0, 8)}01` as Day, count) : addDays(anchor, 7 * count));
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
  const showDay = (day: Day) => {
    setFilter({ show: 'all', from: day, to: day });
    setView('list');
  };
  return (
    <Stack spacing={1.5}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
        <IconButton aria-label={translate(`fulfilment.calendar.before.${span}`)} onClick={() => step(-1)}>
          <ChevronLeftIcon />
        </IconButton>
        <Typography variant="h2" aria-live="polite" sx={{ minWidth: 150, textAlign: 'center' }}>
          {span === 'month' ? translate('fulfilment.calendar.month', { year: dayParts(anchor).year, month: dayParts(anchor).month }) : `${format.date(from)} – ${format.date(to)}`}
        </Typography>
        <IconButton aria-label={translate(`fulfilment.calendar.after.${span}`)} onClick={() => step(1)}>
          <ChevronRightIcon />
        </IconButton>
        <Button size="small" onClick={() => setAnchor(presentDay())}>
          {translate('fulfilment.today')}
        </Button>
      </Stack>
      <ErrorMessage error={answer.error} onRetry={answer.refetch} />
      <Paper variant="outlined" role="table" aria-label={translate('fulfilment.view.month')} sx={{ display: 'grid', gridTemplateColumns: 'repeat(7, minmax(0, 1fr))', overflow: 'hidden' }}>
        <Box role="row" sx={{ display: 'contents' }}>
          {weekdays.map((weekday) => (
            <Typography key={weekday} role="columnheader" variant="caption" sx={{ px: 1, py: 0.75, borderBottom: 1, borderColor: 'divider', color: 'text.secondary' }}>
              {translate(`fulfilment.calendar.weekday.${weekday}`)}
            </Typography>
          ))}
        </Box>
        {Array.from({ length: days.length / 7 }, (_, week) => (
          <Box key={days[week * 7]} role="row" sx={{ display: 'contents' }}>
            {days.slice(week * 7, week * 7 + 7).map((day) => (
              <DayCell key={day} day={day} isToday={day === today} isOutside={span === 'month' && day.slice(0, 7) !== anchor.slice(0, 7)} isTall={span === 'week'} found={byDay.get(day)} today={today} onMore={() => showDay(day)} />
            ))}
          </Box>
        ))}
      </Paper>
    </Stack>
  );
}

interface DayCellProps {
  readonly day: Day;
  readonly isToday: boolean;
  readonly isOutside: boolean;
  readonly isTall: boolean;
  readonly today: Day;
  readonly found: { readonly total: number; readonly lines: readonly Parameters<ReturnType<typeof useLineTitle>>[0][] } | undefined;
  readonly onMore: () => void;
}

const colourByStanding = { overdue: 'error.main', dueSoon: 'warning.main', late: 'warning.main', done: 'success.main', upcoming: 'primary.main', undated: 'primary.main' } as const;

function DayCell({ day, isToday, isOutside, isTall, today, found, onMore }: DayCellProps) {
  const translate = useTranslate();
  const titleOf = useLineTitle();
  const hidden = (found?.total ?? 0) - (found?.lines.length ?? 0);
  return (
    <Box role="cell" sx={{ minHeight: isTall ? 320 : 104, p: 0.75, borderRight: 1, borderBottom: 1, borderColor: 'divider', bgcolor: isOutside ? 'action.hover' : undefined, '&:nth-of-type(7n)': { borderRight: 0 } }}>
      <Typography variant="caption" component="div" aria-current={isToday ? 'date' : undefined} sx={{ fontWeight: isToday ? 700 : 400, color: isToday ? 'primary.main' : 'text.secondary' }}>
        {dayParts(day).day}
      </Typography>
      {found?.lines.map((line) => (
        <Link key={line.id} component={RouterLink} to={pathOf(line)} underline="hover" color="inherit" variant="caption" noWrap title={`${titleOf(line)} · ${line.contractTitle}`} sx={{ display: 'block', pl: 0.75, mt: 0.25, borderLeft: 3, borderColor: colourByStanding[standingOf(line, today)] }}>
          {titleOf(line)}
        </Link>
      ))}
      {hidden > 0 && (
        <Link component="button" variant="caption" onClick={onMore}>
          {translate('fulfilment.calendar.more', { count: hidden })}
        </Link>
      )}
    </Box>
  );
}

/** Whole weeks from Monday to Sunday around the day. */
function boundsOf(anchor: Day, span: 'month' | 'week'): { readonly from: Day; readonly to: Day } {
  const monday = (day: Day) => addDays(day, -((weekdayOf(day) + 6) % 7));
  if (span === 'week') return { from: monday(anchor), to: addDays(monday(anchor), 6) };
  const first = `${anchor.slice(0, 8)}01` as Day;
  return { from: monday(first), to: addDays(monday(addDays(addMonths(first, 1), -1)), 6) };
}
