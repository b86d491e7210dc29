import TuneIcon from '@mui/icons-material/Tune';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { defaultWeights } from '#shared/features/risks/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission, useVaultStatus } from '../../../ipc/use-vault-status.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { toneByLevel } from '../risk-tone.ts';
import { scoreChoices, useScoreView } from '../store.ts';
import { ShareBar } from './share-bar.tsx';
import { WeightsDialog } from './weights-dialog.tsx';

const mostShown = 200;

/** Contracts by their score, the highest first. */
export function ScoreList() {
  const translate = useTranslate();
  const mayTune = usePermission('risks.configure');
  const status = useVaultStatus();
  const { choice, choose } = useScoreView();
  const [isTuning, setTuning] = useState(false);
  const weights = useOperation('risks.weights', undefined);
  const settings = weights.data ?? defaultWeights;
  const from = { high: settings.highFrom, medium: settings.mediumFrom, all: 0 }[choice];
  const scores = useOperation('risks.scores', { from, limit: mostShown }, { keepPrevious: true });
  const isPartial = status?.state === 'unlocked' && status.compartments.length < 3;
  return (
    <>
      <Stack direction="row" spacing={1.5} useFlexGap sx={{ mb: 2, flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between' }}>
        <ToggleButtonGroup exclusive size="small" aria-label={translate('risks.scores.filter')} value={choice} onChange={(_, next: (typeof scoreChoices)[number] | null) => next !== null && choose(next)}>
          {scoreChoices.map((one) => (
            <ToggleButton key={one} value={one}>
              {translate(`risks.scores.${one}`, { score: { high: settings.highFrom, medium: settings.mediumFrom, all: 0 }[one] })}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {mayTune && weights.data !== undefined && (
          <Button variant="outlined" startIcon={<TuneIcon />} onClick={() => setTuning(true)}>
            {translate('risks.weights.open')}
          </Button>
        )}
      </Stack>
      {isPartial && (
        <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
          {translate('risks.scores.partial')}
        </Typography>
      )}
      {scores.data === undefined && (scores.error === null ? <LoadingState /> : <ErrorMessage error={scores.error} onRetry={scores.refetch} />)}
      {scores.data?.length === 0 && <EmptyState title={translate('risks.scores.none.title')} body={translate('risks.scores.none.body')} />}
      {scores.data !== undefined && scores.data.length > 0 && (
        <TableContainer component={Paper} variant="outlined">
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>{translate('risks.scores.score')}</TableCell>
                <TableCell>{translate('risks.field.contract')}</TableCell>
                <TableCell>{translate('risks.field.level')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {scores.data.map(({ contractId, number, title, score, level }) => (
                <TableRow key={contractId} hover>
                  <TableCell sx={{ width: 220 }}>
                    <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
                      <Typography variant="body2" sx={{ width: 28, textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
                        {score}
                      </Typography>
                      <ShareBar share={score / 100} tone={level === 'high' ? 'error' : level === 'medium' ? 'warning' : 'success'} />
                    </Stack>
                  </TableCell>
                  <TableCell>
                    <Link component={RouterLink} to={`/contracts/${contractId}?tab=risk`} underline="hover">
                      {title}
                    </Link>
                    <Typography variant="caption" color="textSecondary" component="p">
                      {number}
                    </Typography>
                  </TableCell>
                  <TableCell>
                    <StatusChip label={translate(`risks.level.${level}`)} tone={toneByLevel[level]} />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
      {isTuning && <WeightsDialog stored={settings} onClose={() => setTuning(false)} />}
    </>
  );
}
