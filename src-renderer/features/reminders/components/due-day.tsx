import Typography from '@mui/material/Typography';
import { daysBetween, type Day } from '#shared/kernel/day.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { usePresentDay } from '../../../ui/present-day.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';

/** A day, and how far off it is. */
export function DueDay({ day }: { readonly day: Day }) {
  const translate = useTranslate();
  const format = useFormat();
  const today = usePresentDay();
  const days = daysBetween(today, day);
  const words = days === 0 ? translate('reminders.today') : days > 0 ? translate('reminders.inDays', { count: days }) : translate('reminders.daysPast', { count: -days });
  return (
    <>
      <Typography component="div" variant="body2" noWrap sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {format.date(day)}
      </Typography>
      <StatusChip label={words} tone={days < 0 ? 'danger' : days <= 7 ? 'warning' : 'neutral'} />
    </>
  );
}
