import ChevronLeftIcon from '@mui/icons-material/ChevronLeft';
import ChevronRightIcon from '@mui/icons-material/ChevronRight';
import IconButton from '@mui/material/IconButton';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useFormat } from '../../../i18n/format.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';

/** A year's reviews by person and month, darker the more there are. */
export function YearPlan() {
  const translate = useTranslate();
  const format = useFormat();
  const language = useLanguage();
  const [year, setYear] = useState(() => new Date().getFullYear());
  const plan = useOperation('reviews.plan', { year }, { keepPrevious: true });
  const monthName = new Intl.DateTimeFormat(language, { month: 'short' });
  const months = Array.from({ length: 12 }, (_, index) => monthName.format(new Date(2026, index, 1)));
  const most = Math.max(1, ...(plan.data?.planned.flatMap((load) => load.months) ?? []));
  return (
    <Stack spacing={2} sx={{ pt: 2 }}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
        <Tooltip title={translate('reviews.plan.before')}>
          <IconButton aria-label={translate('reviews.plan.before')} onClick={() => setYear(year - 1)}>
            <ChevronLeftIcon />
          </IconButton>
        </Tooltip>
        <Typography variant="h2" role="status">
          {translate('reviews.plan.year', { year: String(year) })}
        </Typography>
        <Tooltip title={translate('reviews.plan.after')}>
          <IconButton aria-label={translate('reviews.plan.after')} onClick={() => setYear(year + 1)}>
            <ChevronRightIcon />
          </IconButton>
        </Tooltip>
      </Stack>
      {plan.data === undefined && (plan.error === null ? <LoadingState /> : <ErrorMessage error={plan.error} onRetry={plan.refetch} />)}
      {plan.data !== undefined && plan.data.planned.length === 0 && plan.data.held.every((count) => count === 0) && <EmptyState title={translate('reviews.plan.none.title')} body={translate('reviews.plan.none.body')} />}
      {plan.data !== undefined && (plan.data.planned.length > 0 || plan.data.held.some((count) => count > 0)) && (
        <TableContainer component={Paper} variant="outlined">
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>{translate('reviews.column.reviewer')}</TableCell>
                {months.map((month) => (
                  <TableCell key={month} align="right">
                    {month}
                  </TableCell>
                ))}
                <TableCell align="right">{translate('reviews.plan.total')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {plan.data.planned.map((load) => (
                <TableRow key={load.reviewerId ?? 'nobody'}>
                  <TableCell component="th" scope="row">
                    {load.reviewerName ?? translate('reviews.nobody')}
                  </TableCell>
                  {load.months.map((count, index) => (
                    <TableCell key={months[index]} align="right" sx={{ bgcolor: count === 0 ? undefined : `color-mix(in srgb, var(--db-palette-primary-main) ${Math.round(6 + (count / most) * 20)}%, transparent)` }}>
                      {count === 0 ? '' : format.number(count)}
                    </TableCell>
                  ))}
                  <TableCell align="right">{format.number(load.total)}</TableCell>
                </TableRow>
              ))}
              <TableRow>
                <TableCell component="th" scope="row">
                  {translate('reviews.plan.held')}
                </TableCell>
                {plan.data.held.map((count, index) => (
                  <TableCell key={months[index]} align="right">
                    {count === 0 ? '' : format.number(count)}
                  </TableCell>
                ))}
                <TableCell align="right">{format.number(plan.data.held.reduce((sum, count) => sum + count, 0))}</TableCell>
              </TableRow>
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </Stack>
  );
}
