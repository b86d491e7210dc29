import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { addDays, addMonths, type Day } from '#shared/kernel/day.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useToast } from '../../../ui/use-toast.ts';
import { presentDay } from '../../../ui/present-day.ts';
import type { ReportedContract } from './report-schedule-form.tsx';
import { ReportSchedulesDialog } from './report-schedules-dialog.tsx';

const periods = ['month', 'nextMonth', 'quarter', 'year'] as const;

/** Writes a report of a contract, or of all contracts in a period, as PDF or as a workbook. */
export function ReportButton({ contract }: { readonly contract: ReportedContract | null }) {
  const contractId = contract?.id ?? null;
  const translate = useTranslate();
  const language = useLanguage();
  const toast = useToast();
  const report = useCommand('fulfilment.report');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isScheduling, setScheduling] = useState(false);
  const write = async (period: (typeof periods)[number] | null, format: 'pdf' | 'xlsx') => {
    setAnchor(null);
    const reply = await report.run({ contractId, period: period === null ? null : boundsOf(period, presentDay()), format, language: language === 'en' ? 'en' : 'zh' });
    if (!reply.ok) toast.failure(reply.error);
    else if (reply.value !== null) toast.success(translate('fulfilment.report.written', { name: reply.value.fileName }));
  };
  const choices = contractId === null ? periods : ([null] as const);
  return (
    <>
      <Button variant="outlined" aria-haspopup="menu" aria-expanded={anchor !== null} loading={report.isRunning} onClick={(event) => setAnchor(event.currentTarget)}>
        {translate('fulfilment.report.open')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {choices.flatMap((period) =>
          (['pdf', 'xlsx'] as const).map((format) => (
            <MenuItem key={`${period ?? ''}${format}`} onClick={() => void write(period, format)}>
              {period === null ? translate(`fulfilment.report.${format}`) : translate('fulfilment.report.of', { period: translate(`fulfilment.report.period.${period}`), format: translate(`fulfilment.report.${format}`) })}
            </MenuItem>
          )),
        )}
        <Divider />
        <MenuItem
          onClick={() => {
            setAnchor(null);
            setScheduling(true);
          }}
        >
          {translate('fulfilment.schedules.open')}
        </MenuItem>
      </Menu>
      <ReportSchedulesDialog isOpen={isScheduling} contract={contract} onClose={() => setScheduling(false)} />
    </>
  );
}

function boundsOf(period: (typeof periods)[number], today: Day): { readonly from: Day; readonly to: Day } {
  const first = `${today.slice(0, 8)}01` as Day;
  switch (period) {
    case 'month':
      return { from: first, to: addDays(addMonths(first, 1), -1) };
    case 'nextMonth':
      return { from: addMonths(first, 1), to: addDays(addMonths(first, 2), -1) };
    case 'quarter': {
      const from = addMonths(first, -((Number(today.slice(5, 7)) - 1) % 3));
      return { from, to: addDays(addMonths(from, 3), -1) };
    }
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01` as Day, to: `${today.slice(0, 4)}-12-31` as Day };
  }
}
