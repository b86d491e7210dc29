import FileDownloadOutlinedIcon from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { auditColumns, type AuditFilter } from '#shared/features/audit/model.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useCommand } from '../../ipc/use-command.ts';
import { Page } from '../../ui/page.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { AuditFilters } from './components/audit-filters.tsx';
import { ChainCheck } from './components/chain-check.tsx';
import { EventTable } from './components/event-table.tsx';

/** Who did what to which thing when, and whether that record was tampered with. */
export function AuditPage() {
  const translate = useTranslate();
  const toast = useToast();
  const exporting = useCommand('audit.exportList');
  const [filter, setFilter] = useState<AuditFilter>({});
  const run = async () => {
    const headings = auditColumns.map((column) => translate(`audit.column.${column}`));
    const reply = await exporting.run({ filter, fileName: translate('audit.fileName'), headings });
    if (!reply.ok) toast.failure(reply.error);
    else if (reply.value !== null) toast.success(translate('audit.exported', { fileName: reply.value.fileName, count: reply.value.rows }));
  };
  return (
    <Page
      title={translate('audit.title')}
      subtitle={translate('audit.subtitle')}
      actions={
        <Button color="inherit" startIcon={<FileDownloadOutlinedIcon />} loading={exporting.isRunning} loadingPosition="start" onClick={() => void run()}>
          {translate('audit.export')}
        </Button>
      }
    >
      <ChainCheck />
      <AuditFilters filter={filter} onChange={setFilter} />
      <EventTable key={JSON.stringify(filter)} filter={filter} onFilter={setFilter} />
    </Page>
  );
}
