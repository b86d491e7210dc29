import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';

/** How long approvals took by month and type, at which steps the time went, and where they wait now. */
export function Figures() {
  const translate = useTranslate();
  const format = useFormat();
  const figures = useOperation('approvals.figures', undefined);
  if (figures.data === undefined) return figures.error === null ? <LoadingState /> : <ErrorMessage error={figures.error} onRetry={figures.refetch} />;
  const { months, steps, waiting } = figures.data;
  if (months.length === 0 && waiting.length === 0) return <EmptyState title={translate('approvals.empty.figures.title')} body={translate('approvals.empty.figures.body')} />;
  const hours = (ms: number) => translate('approvals.hours', { hours: format.number(Math.round(ms / 360_000) / 10) });
  return (
    <Stack spacing={2.5}>
      <SectionCard title={translate('approvals.figures.months')} subtitle={translate('approvals.figures.monthsHint')}>
        <Grid
          labels={2}
          heads={(['month', 'type', 'ended', 'firstPass', 'sentBack', 'median', 'longest'] as const).map((head) => translate(`approvals.figures.${head}`))}
          rows={months.map(({ month, contractType, ended, approved, firstPass, sentBack, medianMs, longestMs }) => [
            month,
            translate(`templates.type.${contractType}`),
            format.number(ended),
            approved === 0 ? '–' : format.percent(firstPass / ended),
            format.number(sentBack),
            approved === 0 ? '–' : hours(medianMs),
            approved === 0 ? '–' : hours(longestMs),
          ])}
        />
      </SectionCard>
      {steps.length > 0 && (
        <SectionCard title={translate('approvals.figures.steps')} subtitle={translate('approvals.figures.stepsHint')}>
          <Grid
            labels={2}
            heads={(['type', 'step', 'share', 'passed', 'median', 'longest', 'standing', 'oldest'] as const).map((head) => translate(`approvals.figures.${head}`))}
            rows={steps.map(({ contractType, stepName, share, passed, medianMs, longestMs, open, oldestMs }) => [
              translate(`templates.type.${contractType}`),
              stepName,
              format.percent(share),
              format.number(passed),
              medianMs === null ? '–' : hours(medianMs),
              longestMs === null ? '–' : hours(longestMs),
              format.number(open),
              oldestMs === null ? '–' : hours(oldestMs),
            ])}
          />
        </SectionCard>
      )}
      <SectionCard title={translate('approvals.figures.waiting')}>
        <Grid
          labels={1}
          heads={(['person', 'open', 'overdue', 'decided', 'median'] as const).map((head) => translate(`approvals.figures.${head}`))}
          rows={waiting.map(({ userName, open, overdue, decided, medianMs }) => [userName, format.number(open), format.number(overdue), format.number(decided), medianMs === null ? '–' : hours(medianMs)])}
        />
      </SectionCard>
    </Stack>
  );
}

/** The first `labels` columns are words, the others numbers. */
function Grid({ labels, heads, rows }: { readonly labels: number; readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] }) {
  return (
    <TableContainer component={Paper} variant="outlined">
      <Table size="small">
        <TableHead>
          <TableRow>
            {heads.map((head, index) => (
              <TableCell key={head} align={index >= labels ? 'right' : 'left'}>
                {head}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row, index) => (
            <TableRow key={index}>
              {row.map((cell, column) => (
                <TableCell key={heads[column]} align={column >= labels ? 'right' : 'left'}>
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
