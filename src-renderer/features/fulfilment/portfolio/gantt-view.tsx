import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useTranslate } from '../../../i18n/i18n.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { presentDay } from '../../../ui/present-day.ts';
import { SectionCard } from '../../../ui/section-card.tsx';
import { Gantt } from '../components/gantt.tsx';
import { usePortfolioStore } from '../store.ts';
import { useDuePage } from './use-due-page.ts';
import { useLineTitle } from './use-line-title.ts';

/** What falls due on a line of time, a page of it at once. */
export function GanttView() {
  const translate = useTranslate();
  const titleOf = useLineTitle();
  const filter = usePortfolioStore((state) => state.filter);
  const { answer, page, pageSize, goTo } = useDuePage(filter, null);
  if (answer.data === undefined) return answer.error === null ? <LoadingState /> : <ErrorMessage error={answer.error} onRetry={answer.refetch} />;
  const lines = answer.data.lines.filter(({ dueOn }) => dueOn !== null);
  if (lines.length === 0) return <EmptyState title={translate('fulfilment.day.nothing')} body={translate('fulfilment.page.nothingHere')} />;
  return (
    <SectionCard title={translate('fulfilment.timeline')}>
      <Gantt label={translate('fulfilment.timeline')} today={presentDay()} lines={lines.map((line) => ({ ...line, title: titleOf(line), forecastOn: null }))} />
      <Stack direction="row" spacing={1} sx={{ mt: 1, justifyContent: 'flex-end' }}>
        <Button size="small" disabled={page === 0} onClick={() => goTo(page - 1, pageSize)}>
          {translate('fulfilment.page.earlier')}
        </Button>
        <Button size="small" disabled={answer.data.nextCursor === null} onClick={() => goTo(page + 1, pageSize)}>
          {translate('fulfilment.page.later')}
        </Button>
      </Stack>
    </SectionCard>
  );
}
