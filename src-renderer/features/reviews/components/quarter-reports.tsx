import Button from '@mui/material/Button';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemText from '@mui/material/ListItemText';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useFormat } from '../../../i18n/format.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useHolds, usePermission } from '../../../ipc/use-vault-status.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { ReportDialog } from './report-dialog.tsx';

/** The reports of quarters over all contracts: made, kept with their hash, written out. */
export function QuarterReports() {
  const translate = useTranslate();
  const format = useFormat();
  const language = useLanguage();
  const toast = useToast();
  const isReader = useHolds('clauses');
  const mayDo = usePermission('reviews.do') && isReader;
  const reports = useOperation('reviews.reports', undefined);
  const make = useCommand('reviews.portfolioReport');
  const save = useCommand('reviews.saveReport');
  const quarters = lastQuarters();
  const [shown, setShown] = useState<string | null>(null);
  const [quarter, setQuarter] = useState(quarters[0] ?? '');
  const run = async () => {
    const reply = await make.run({ quarter, language: language === 'en' ? 'en' : 'zh' });
    if (reply.ok) toast.success(translate('reviews.reports.made'));
  };
  const write = async (reportId: string) => {
    const reply = await save.run({ reportId });
    if (!reply.ok) toast.failure(reply.error);
    else if (reply.value !== null) toast.success(translate('reviews.reports.saved', { name: reply.value.fileName }));
  };
  return (
    <Stack spacing={2} sx={{ pt: 2 }}>
      {mayDo && (
        <SectionCard title={translate('reviews.reports.make')} subtitle={translate('reviews.reports.hint')}>
          {make.error !== null && <ErrorMessage error={make.error} />}
          <Stack direction="row" spacing={2}>
            <TextField select label={translate('reviews.reports.quarter')} value={quarter} onChange={(event) => setQuarter(event.target.value)} sx={{ minWidth: 160 }}>
              {quarters.map((each) => (
                <MenuItem key={each} value={each}>
                  {each}
                </MenuItem>
              ))}
            </TextField>
            <Button variant="contained" loading={make.isRunning} onClick={() => void run()}>
              {translate('reviews.reports.go')}
            </Button>
          </Stack>
        </SectionCard>
      )}
      {reports.data === undefined && (reports.error === null ? <LoadingState /> : <ErrorMessage error={reports.error} onRetry={reports.refetch} />)}
      {reports.data?.length === 0 && <EmptyState title={translate('reviews.reports.none.title')} body={translate('reviews.reports.none.body')} />}
      {reports.data !== undefined && reports.data.length > 0 && (
        <List disablePadding>
          {reports.data.map((report) => (
            <ListItem
              key={report.id}
              divider
              secondaryAction={
                isReader && (
                  <>
                    <Button size="small" onClick={() => setShown(report.id)} aria-label={translate('reviews.reports.showOne', { name: report.title })}>
                      {translate('reviews.reports.show')}
                    </Button>
                    <Button size="small" onClick={() => void write(report.id)} aria-label={translate('reviews.reports.saveOne', { name: report.title })}>
                      {translate('reviews.reports.saveAs')}
                    </Button>
                  </>
                )
              }
            >
              <ListItemText
                primary={report.title}
                secondary={translate('reviews.reports.line', { time: format.dateTime(report.createdAt), name: report.createdByName, size: format.bytes(report.byteLength), hash: report.sha256.slice(0, 16) })}
              />
            </ListItem>
          ))}
        </List>
      )}
      {shown !== null && <ReportDialog wanted={{ reportId: shown }} onClose={() => setShown(null)} />}
    </Stack>
  );
}

/** The running quarter and the seven before it, as 2026-Q3. */
function lastQuarters(): readonly string[] {
  const now = new Date();
  const index = now.getFullYear() * 4 + Math.floor(now.getMonth() / 3);
  return Array.from({ length: 8 }, (_, back) => `${Math.floor((index - back) / 4)}-Q${((index - back) % 4) + 1}`);
}
