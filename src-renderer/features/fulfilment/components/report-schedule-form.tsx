import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { reportCadences, reportFormats, type ReportCadence, type ReportFormat } from '#shared/features/fulfilment/report-schedules.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useToast } from '../../../ui/use-toast.ts';

export interface ReportedContract {
  readonly id: ContractId;
  readonly title: string;
}

const formatChoices: readonly (readonly ReportFormat[])[] = [['pdf'], ['xlsx'], reportFormats];

/** Adds a report that is written by itself: about what, how often, in which format; then the folder is asked for. */
export function ReportScheduleForm({ contract }: { readonly contract: ReportedContract | null }) {
  const translate = useTranslate();
  const language = useLanguage();
  const format = useFormat();
  const toast = useToast();
  const add = useCommand('fulfilment.scheduleReport');
  const [about, setAbout] = useState<'contract' | 'all'>(contract === null ? 'all' : 'contract');
  const [cadence, setCadence] = useState<ReportCadence>('monthly');
  const [formats, setFormats] = useState(0);
  const send = async () => {
    const contractId = about === 'contract' ? (contract?.id ?? null) : null;
    const reply = await add.run({ contractId, cadence, formats: formatChoices[formats] ?? ['pdf'], language: language === 'en' ? 'en' : 'zh' });
    if (reply.ok && reply.value !== null) toast.success(translate('fulfilment.schedules.added', { folder: reply.value.folder }));
  };
  return (
    <Stack spacing={1.5}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        <TextField select label={translate('fulfilment.schedules.about')} value={about} onChange={(event) => setAbout(event.target.value === 'contract' ? 'contract' : 'all')} sx={{ flex: '1 1 220px' }}>
          <MenuItem value="all">{translate('fulfilment.schedules.all')}</MenuItem>
          {contract !== null && <MenuItem value="contract">{contract.title}</MenuItem>}
        </TextField>
        <TextField select label={translate('fulfilment.schedules.cadenceLabel')} value={cadence} onChange={(event) => setCadence(reportCadences.find((one) => one === event.target.value) ?? 'monthly')} sx={{ width: 130 }}>
          {reportCadences.map((one) => (
            <MenuItem key={one} value={one}>
              {translate(`fulfilment.schedules.cadence.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField select label={translate('fulfilment.schedules.formatLabel')} value={String(formats)} onChange={(event) => setFormats(Number(event.target.value))} sx={{ width: 150 }}>
          {formatChoices.map((choice, index) => (
            <MenuItem key={choice.join()} value={String(index)}>
              {format.list(choice.map((one) => translate(`fulfilment.report.${one}`)))}
            </MenuItem>
          ))}
        </TextField>
      </Stack>
      <ErrorMessage error={add.error} />
      <div>
        <Button variant="contained" loading={add.isRunning} onClick={() => void send()}>
          {translate('fulfilment.schedules.add')}
        </Button>
      </div>
    </Stack>
  );
}
