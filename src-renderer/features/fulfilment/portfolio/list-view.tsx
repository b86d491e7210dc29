import type { GridColDef } from '@mui/x-data-grid';
import Stack from '@mui/material/Stack';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { DueLine, DueSort } from '#shared/features/fulfilment/portfolio.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { presentDay } from '../../../ui/present-day.ts';
import { RecordGrid } from '../../../ui/record-grid.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { ObligationChip, StandingChip } from '../components/standing-chip.tsx';
import { usePortfolioStore } from '../store.ts';
import { useDuePage } from './use-due-page.ts';
import { pathOf, useLineTitle } from './use-line-title.ts';

const sortColumns = {
  due: { field: 'dueOn', direction: 'asc' },
  title: { field: 'title', direction: 'asc' },
  contract: { field: 'contractTitle', direction: 'asc' },
  status: { field: 'status', direction: 'asc' },
  owner: { field: 'ownerName', direction: 'asc' },
} as const;

/** Everything that falls due, line by line, by day unless it is sorted otherwise. */
export function ListView() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const filter = usePortfolioStore((state) => state.filter);
  const [sort, setSort] = useState<{ readonly by: DueSort; readonly descending: boolean } | null>(null);
  const { answer, total, page, pageSize, goTo } = useDuePage(filter, sort);
  const columns = useColumns();
  return (
    <Stack spacing={1}>
      <ErrorMessage error={answer.error} onRetry={answer.refetch} />
      <RecordGrid<DueLine, DueSort>
        label={translate('fulfilment.page.title')}
        rows={answer.data?.lines ?? []}
        total={total}
        columns={columns}
        isLoading={answer.isPending}
        page={page}
        pageSize={pageSize}
        onPageChange={goTo}
        sort={sort?.by ?? 'due'}
        descending={sort?.descending ?? filter.show === 'closed'}
        sortColumns={sortColumns}
        onSortChange={(by, descending) => setSort({ by, descending })}
        onOpen={(line) => void navigate(pathOf(line))}
      />
    </Stack>
  );
}

function useColumns(): readonly GridColDef<DueLine>[] {
  const translate = useTranslate();
  const format = useFormat();
  const titleOf = useLineTitle();
  return useMemo(() => {
    const today = presentDay();
    return [
      { field: 'title', headerName: translate('fulfilment.title'), flex: 2, minWidth: 180, valueGetter: (_, line) => titleOf(line) },
      { field: 'contractTitle', headerName: translate('fulfilment.column.contract'), flex: 2, minWidth: 160, valueGetter: (_, line) => `${line.contractTitle} · ${line.contractNumber}` },
      { field: 'obligor', headerName: translate('fulfilment.obligorLabel'), width: 90, valueGetter: (_, line) => translate(`fulfilment.obligor.${line.obligor}`) },
      { field: 'dueOn', headerName: translate('fulfilment.column.due'), width: 120, valueGetter: (_, line) => (line.dueOn === null ? translate('fulfilment.undated') : format.date(line.dueOn)) },
      {
        field: 'status',
        headerName: translate('fulfilment.column.status'),
        width: 200,
        renderCell: ({ row }) => (
          <Stack direction="row" spacing={0.5} useFlexGap sx={{ flexWrap: 'wrap' }}>
            {row.kind === 'payment' && row.status === 'met' ? <StatusChip label={translate('fulfilment.paymentClosed')} tone="neutral" /> : <ObligationChip status={row.status} />}
            <StandingChip obligation={row} today={today} />
          </Stack>
        ),
      },
      { field: 'ownerName', headerName: translate('fulfilment.owner'), width: 140 },
    ];
  }, [translate, format, titleOf]);
}
