import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { BackupSummary } from '#shared/features/backups/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { Link } from 'react-router';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useRestore } from '../use-restore.ts';
import { RestoreNotice } from './restore-notice.tsx';

interface BackupTableProps {
  readonly backups: readonly BackupSummary[];
  readonly mayConfigure: boolean;
}

const columns = ['taken', 'reason', 'size', 'checked', 'audit'] as const;

/** The backups that lie in the chosen folder, the newest first. */
export function BackupTable({ backups, mayConfigure }: BackupTableProps) {
  const translate = useTranslate();
  const format = useFormat();
  const confirm = useConfirm();
  const remove = useCommand('backups.remove');
  const restore = useRestore();
  const mayLook = usePermission('backups.restoreContract');
  const ask = async ({ id, takenAt }: BackupSummary) => {
    const isSure = await confirm({ title: translate('backups.removeTitle', { time: format.dateTime(takenAt) }), body: translate('backups.removeBody'), confirmLabel: translate('backups.remove'), destructive: true });
    if (isSure) await remove.run({ id });
  };
  return (
    <SectionCard title={translate('backups.list')}>
      <Stack spacing={1.5}>
        {remove.error !== null && <ErrorMessage error={remove.error} operation="backups.remove" />}
        <RestoreNotice restore={restore} />
        {backups.length === 0 ? (
          <EmptyState title={translate('backups.empty.title')} body={translate('backups.empty.body')} heading="h2" />
        ) : (
          <TableContainer>
            <Table size="small" aria-label={translate('backups.list')}>
              <TableHead>
                <TableRow>
                  {columns.map((column) => (
                    <TableCell key={column}>{translate(`backups.column.${column}`)}</TableCell>
                  ))}
                  {(mayConfigure || mayLook) && <TableCell>{translate('backups.column.actions')}</TableCell>}
                </TableRow>
              </TableHead>
              <TableBody>
                {backups.map((backup) => (
                  <TableRow key={backup.id}>
                    <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.dateTime(backup.takenAt)}</TableCell>
                    <TableCell>{translate(`backups.reason.${backup.reason}`)}</TableCell>
                    <TableCell>{format.bytes(backup.bytes)}</TableCell>
                    <TableCell>{format.list(backup.checkedCompartments.map((name) => translate(`ui.compartment.${name}`)))}</TableCell>
                    <TableCell>
                      <Typography variant="caption" color="textSecondary" title={backup.auditHash}>
                        {translate('backups.auditEnd', { sequence: format.number(backup.auditSequence), hash: backup.auditHash.slice(0, 12) })}
                      </Typography>
                    </TableCell>
                    {(mayConfigure || mayLook) && (
                      <TableCell sx={{ whiteSpace: 'nowrap' }}>
                        {mayLook && (
                          <Button size="small" component={Link} to={`/backups/${backup.id}`} aria-label={translate('backups.one.openOf', { time: format.dateTime(backup.takenAt) })}>
                            {translate('backups.one.link')}
                          </Button>
                        )}
                        {mayConfigure && (
                        <>
                        <Button size="small" disabled={restore.isRunning} onClick={() => void restore.start(backup.id)} aria-label={translate('backups.restoreOne', { time: format.dateTime(backup.takenAt) })}>
                          {translate('backups.restore')}
                        </Button>
                        <Button size="small" color="inherit" onClick={() => void ask(backup)} aria-label={translate('backups.removeOne', { time: format.dateTime(backup.takenAt) })}>
                          {translate('backups.remove')}
                        </Button>
                        </>
                        )}
                      </TableCell>
                    )}
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </TableContainer>
        )}
      </Stack>
    </SectionCard>
  );
}
