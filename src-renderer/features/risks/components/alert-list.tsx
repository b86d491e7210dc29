import ThumbDownOutlinedIcon from '@mui/icons-material/ThumbDownOutlined';
import ThumbUpOutlinedIcon from '@mui/icons-material/ThumbUpOutlined';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
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
import type { Alert } from '#shared/features/risks/warnings.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { useToast } from '../../../ui/use-toast.ts';

/** Warnings that were given, with what one does about them and whether they helped. */
export function AlertList() {
  const translate = useTranslate();
  const [open, setOpen] = useState(true);
  const alerts = useOperation('risks.alerts', { open, limit: 200 }, { keepPrevious: true });
  return (
    <>
      <FormControlLabel sx={{ mb: 1 }} control={<Switch checked={!open} onChange={(_, all) => setOpen(!all)} />} label={translate('risks.alerts.all')} />
      {alerts.data === undefined && (alerts.error === null ? <LoadingState /> : <ErrorMessage error={alerts.error} onRetry={alerts.refetch} />)}
      {alerts.data?.length === 0 && <EmptyState title={translate('risks.alerts.none.title')} body={translate('risks.alerts.none.body')} />}
      {alerts.data !== undefined && alerts.data.length > 0 && (
        <TableContainer component={Paper} variant="outlined">
          <Table size="small">
            <TableHead>
              <TableRow>
                {(['when', 'rule', 'contract', 'state', 'verdict'] as const).map((column) => (
                  <TableCell key={column}>{translate(`risks.alerts.column.${column}`)}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {alerts.data.map((alert) => (
                <Row key={alert.id} alert={alert} />
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </>
  );
}

function Row({ alert }: { readonly alert: Alert }) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const acknowledging = useCommand('risks.acknowledge');
  const judging = useCommand('risks.judge');
  const acknowledge = async () => {
    const reply = await acknowledging.run({ id: alert.id });
    if (!reply.ok) toast.failure(reply.error);
  };
  const judge = async (verdict: Alert['verdict']) => {
    const reply = await judging.run({ id: alert.id, verdict });
    if (!reply.ok) toast.failure(reply.error);
  };
  return (
    <TableRow hover data-alert={alert.triggerKind}>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.dateTime(alert.occurredAt)}</TableCell>
      <TableCell>{alert.ruleName}</TableCell>
      <TableCell>
        {alert.contractId === null ? (
          translate('risks.alerts.noContract')
        ) : (
          <Link component={RouterLink} to={`/contracts/${alert.contractId}`} underline="hover">
            {alert.contractTitle}
          </Link>
        )}
        <Typography variant="caption" color="textSecondary" component="p">
          {alert.contractNumber}
        </Typography>
      </TableCell>
      <TableCell>
        {alert.acknowledgedAt === null ? (
          <Button size="small" onClick={() => void acknowledge()} aria-label={translate('risks.alerts.acknowledgeOne', { name: `${alert.ruleName} ${alert.contractTitle ?? ''}` })}>
            {translate('risks.alerts.acknowledge')}
          </Button>
        ) : (
          translate('risks.alerts.acknowledgedBy', { name: alert.acknowledgedByName ?? '', time: format.dateTime(alert.acknowledgedAt) })
        )}
      </TableCell>
      <TableCell>
        <Stack direction="row">
          <ToggleButtonGroup exclusive size="small" value={alert.verdict} aria-label={translate('risks.alerts.column.verdict')} onChange={(_, verdict: Alert['verdict']) => void judge(verdict)}>
            <ToggleButton value="useful" aria-label={translate('risks.alerts.useful')}>
              <ThumbUpOutlinedIcon fontSize="small" />
            </ToggleButton>
            <ToggleButton value="not_useful" aria-label={translate('risks.alerts.notUseful')}>
              <ThumbDownOutlinedIcon fontSize="small" />
            </ToggleButton>
          </ToggleButtonGroup>
        </Stack>
      </TableCell>
    </TableRow>
  );
}
