import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { usePortfolioStore } from '../store.ts';
import { MyTasks } from './my-tasks.tsx';
import { LineCard } from './line-card.tsx';

/** What somebody has to do: what is overdue, due today, and due within a week. */
export function DayView() {
  const translate = useTranslate();
  const format = useFormat();
  const { mine } = usePortfolioStore((state) => state.filter);
  const day = useOperation('fulfilment.myDay', { mine }, { keepPrevious: true });
  if (day.data === undefined) return day.error === null ? <LoadingState /> : <ErrorMessage error={day.error} onRetry={day.refetch} />;
  const { today, ...groups } = day.data;
  return (
    <Stack spacing={3}>
      {groups.overdue.length + groups.due.length + groups.soon.length === 0 && <EmptyState title={translate('fulfilment.day.nothing')} body={translate('fulfilment.day.nothingBody')} />}
      {(['overdue', 'due', 'soon'] as const).map(
        (group) =>
          groups[group].length > 0 && (
            <Stack key={group} component="section" spacing={1} aria-label={translate(`fulfilment.day.${group}`, { day: format.date(today) })}>
              <Typography variant="h2">{translate(`fulfilment.day.${group}`, { day: format.date(today) })}</Typography>
              {groups[group].map((line) => (
                <LineCard key={line.id} line={line} today={today} />
              ))}
            </Stack>
          ),
      )}
      <MyTasks />
    </Stack>
  );
}
