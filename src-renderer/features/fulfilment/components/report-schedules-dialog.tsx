import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useEffect, useId } from 'react';
import type { ReportSchedule } from '#shared/features/fulfilment/report-schedules.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { ReportScheduleForm, type ReportedContract } from './report-schedule-form.tsx';

interface ReportSchedulesDialogProps {
  readonly isOpen: boolean;
  /** The contract from whose page it was opened; null: the page across contracts. */
  readonly contract: ReportedContract | null;
  readonly onClose: () => void;
}

/** The person's reports that are written by themselves, and a way to add one. */
export function ReportSchedulesDialog({ isOpen, contract, onClose }: ReportSchedulesDialogProps) {
  const translate = useTranslate();
  const titleId = useId();
  return (
    <Dialog open={isOpen} onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('fulfilment.schedules.title')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {translate('fulfilment.schedules.lead')}
          </Typography>
          <ScheduleList />
          <ReportScheduleForm contract={contract} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('fulfilment.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

function ScheduleList() {
  const translate = useTranslate();
  const schedules = useOperation('fulfilment.reportSchedules', undefined);
  const { refetch } = schedules;
  // A folder goes without telling: whoever looks sees how it is now.
  useEffect(() => refetch(), [refetch]);
  if (schedules.data === undefined) return <ErrorMessage error={schedules.error} onRetry={schedules.refetch} />;
  if (schedules.data.length === 0) return <Typography>{translate('fulfilment.schedules.none')}</Typography>;
  return (
    <Stack component="ul" aria-label={translate('fulfilment.schedules.title')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {schedules.data.map((schedule) => (
        <ScheduleRow key={schedule.id} schedule={schedule} />
      ))}
    </Stack>
  );
}

function ScheduleRow({ schedule }: { readonly schedule: ReportSchedule }) {
  const translate = useTranslate();
  const format = useFormat();
  const confirm = useConfirm();
  const change = useCommand('fulfilment.switchReports');
  const move = useCommand('fulfilment.moveReports');
  const end = useCommand('fulfilment.endReports');
  const { id, contractId, contractTitle, contractNumber, isOn } = schedule;
  const title = contractId === null ? translate('fulfilment.schedules.all') : `${contractTitle} · ${contractNumber}`;
  const facts = [
    translate(`fulfilment.schedules.cadence.${schedule.cadence}`),
    format.list(schedule.formats.map((one) => translate(`fulfilment.report.${one}`))),
    isOn ? translate('fulfilment.schedules.next', { day: format.date(schedule.nextOn) }) : translate('fulfilment.schedules.off'),
    ...(schedule.lastWrittenAt === null ? [] : [translate('fulfilment.schedules.last', { time: format.dateTime(schedule.lastWrittenAt) })]),
  ];
  const ask = async () => {
    if (await confirm({ title: translate('fulfilment.schedules.endTitle'), body: translate('fulfilment.schedules.endBody'), confirmLabel: translate('fulfilment.schedules.end') })) await end.run({ id });
  };
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', py: 1.25, '&:first-of-type': { borderTop: 0 } }}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{title}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {facts.join(' · ')}
          </Typography>
          {schedule.folder !== null && (
            <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
              {schedule.folder}
            </Typography>
          )}
        </Box>
        <Switch checked={isOn} onChange={(_, on) => void change.run({ id, isOn: on })} slotProps={{ input: { 'aria-label': translate('fulfilment.schedules.onOf', { title }) } }} />
      </Stack>
      <FolderNotice schedule={schedule} />
      <Stack direction="row" spacing={1} sx={{ mt: 0.5 }}>
        <Button size="small" aria-label={translate('fulfilment.schedules.chooseOf', { title })} loading={move.isRunning} onClick={() => void move.run({ id })}>
          {translate('fulfilment.schedules.choose')}
        </Button>
        <Button size="small" color="inherit" aria-label={translate('fulfilment.schedules.endOf', { title })} onClick={() => void ask()}>
          {translate('fulfilment.schedules.end')}
        </Button>
      </Stack>
      <ErrorMessage error={change.error ?? move.error ?? end.error} />
    </Box>
  );
}

/** What keeps a report from being written: said before it is due as well as after. */
function FolderNotice({ schedule: { isOn, folder, isFolderThere, failure } }: { readonly schedule: ReportSchedule }) {
  const translate = useTranslate();
  const format = useFormat();
  if (!isOn) return null;
  const text = () => {
    if (folder === null) return translate('fulfilment.schedules.noFolder');
    if (!isFolderThere) return translate('fulfilment.schedules.folderGone', { folder });
    return failure === null ? null : translate(`fulfilment.schedules.failure.${failure.code}`, { time: format.dateTime(failure.at) });
  };
  const said = text();
  return said === null ? null : (
    <Alert severity="warning" sx={{ mt: 1, overflowWrap: 'anywhere' }}>
      {said}
    </Alert>
  );
}
