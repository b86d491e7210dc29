import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { toneByLevel } from '../risk-tone.ts';
import { ShareBar } from './share-bar.tsx';

/** A contract's score, and what of it comes from where. */
export function ScoreCard({ contractId }: { readonly contractId: ContractId }) {
  const translate = useTranslate();
  const score = useOperation('risks.score', { contractId });
  if (score.data === undefined) return score.error === null ? <LoadingState /> : <ErrorMessage error={score.error} onRetry={score.refetch} />;
  const { score: total, level, items, isPartial } = score.data;
  return (
    <SectionCard
      title={translate('risks.score.title')}
      subtitle={translate(isPartial ? 'risks.score.partial' : 'risks.score.subtitle')}
      actions={
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
          <Typography variant="h2" component="span" data-score={total}>
            {total}
          </Typography>
          <StatusChip label={translate(`risks.level.${level}`)} tone={toneByLevel[level]} />
        </Stack>
      }
    >
      <Table size="small" aria-label={translate('risks.score.title')}>
        <TableBody>
          {items.map(({ part, points, most, reason, count }) => (
            <TableRow key={part} data-part={part}>
              <TableCell component="th" scope="row">
                {translate(`risks.part.${part}`)}
              </TableCell>
              <TableCell sx={{ color: 'text.secondary' }}>{translate(`risks.reason.${reason}`, { count: count ?? 0 })}</TableCell>
              <TableCell sx={{ width: 160 }}>
                <ShareBar share={most === 0 ? 0 : points / most} />
              </TableCell>
              <TableCell align="right" sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
                {translate('risks.score.points', { points, most })}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </SectionCard>
  );
}
