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
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router';
import { isReviewDue } from '#shared/features/templates/lifecycle.ts';
import type { TemplateRecord } from '#shared/features/templates/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { usePresentDay } from '../../../ui/present-day.ts';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { useTemplateWords } from '../use-template-words.ts';
import { statusTones } from './status-tones.ts';
import { FileImport } from './file-import.tsx';
import { GroupsDialog } from './groups-dialog.tsx';
import { PackButtons } from './pack-buttons.tsx';

/** Templates for those who keep them: what is in use, what is being written, whose review is due. */
export function ManagePage() {
  const translate = useTranslate();
  const mayWrite = usePermission('templates.write');
  const catalogue = useOperation('templates.catalogue', undefined);
  const [isGrouping, setGrouping] = useState(false);
  return (
    <Page
      title={translate('templates.keeping.title')}
      subtitle={translate('templates.keeping.lead')}
      back={{ to: '/templates', label: translate('templates.title') }}
      actions={
        mayWrite && (
          <>
            <Button onClick={() => setGrouping(true)}>{translate('templates.keeping.groups')}</Button>
            <PackButtons catalogue={catalogue.data ?? []} />
            <FileImport />
          </>
        )
      }
    >
      {catalogue.data === undefined && (catalogue.error === null ? <LoadingState /> : <ErrorMessage error={catalogue.error} onRetry={catalogue.refetch} />)}
      {catalogue.data !== undefined && <Catalogue templates={catalogue.data} />}
      <Superseded />
      {isGrouping && <GroupsDialog onClose={() => setGrouping(false)} />}
    </Page>
  );
}

/** The names don't stand in a pile beside the chips and buttons; of whom a slim page has no room for, the version's own page tells. */
const styles = { name: { minWidth: 124 }, owner: { display: { xs: 'none', md: 'table-cell' } } } as const;

function Catalogue({ templates }: { readonly templates: readonly TemplateRecord[] }) {
  const translate = useTranslate();
  return (
    <TableContainer component={Paper} variant="outlined">
      <Table size="small" aria-label={translate('templates.keeping.title')}>
        <TableHead>
          <TableRow>
            {(['name', 'latest', 'published', 'owner', 'review', 'actions'] as const).map((column) => (
              <TableCell key={column} sx={column === 'name' || column === 'owner' ? styles[column] : {}}>{translate(`templates.keeping.column.${column}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {templates.map((template) => (
            <Line key={template.id} template={template} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function Line({ template }: { readonly template: TemplateRecord }) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const navigate = useNavigate();
  const start = useCommand('templates.startDraft', { leaves: true });
  const wordsOf = useTemplateWords();
  const today = usePresentDay();
  const [latest] = template.versions;
  if (latest === undefined) return null;
  const inUse = template.versions.find(({ summary }) => summary.status === 'published');
  const { title } = wordsOf((inUse ?? latest).summary);
  const isOpen = latest.summary.status === 'draft' || latest.summary.status === 'in_review';
  const draft = async (isNewTemplate: boolean) => {
    const reply = await start.run({ from: 'version', versionId: (inUse ?? latest).summary.versionId, isNewTemplate });
    if (!reply.ok) return toast.failure(reply.error);
    void navigate(`/templates/versions/${reply.value.versionId}`);
  };
  return (
    <TableRow>
      <TableCell>
        <Link component={RouterLink} to={`/templates/versions/${latest.summary.versionId}`}>
          {title}
        </Link>
        <Typography variant="body2" color="textSecondary">
          {translate(`templates.type.${template.contractType}`)}
        </Typography>
      </TableCell>
      <TableCell>
        <StatusChip tone={statusTones[latest.summary.status]} label={translate('templates.keeping.versionState', { version: latest.summary.versionNumber, status: translate(`templates.status.${latest.summary.status}`) })} />
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{inUse === undefined || inUse.summary.publishedAt === null ? '—' : translate('templates.keeping.publishedLine', { version: inUse.summary.versionNumber, date: format.date(inUse.summary.publishedAt) })}</TableCell>
      <TableCell sx={styles.owner}>{template.ownerName === '' ? '—' : template.ownerName}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        {template.nextReviewOn === null ? '—' : format.date(template.nextReviewOn)}
        {isReviewDue(template, today) && <StatusChip tone="warning" label={translate('templates.keeping.due')} />}
      </TableCell>
      <TableCell>
        {template.isMaintained && (
          <Stack direction={{ xs: 'column', md: 'row' }} spacing={0.5} sx={{ alignItems: 'flex-start', '& > .MuiButton-root': { minWidth: 0 } }}>
            {!isOpen && (
              <Button size="small" loading={start.isRunning} aria-label={translate('templates.keeping.newVersionOf', { title })} onClick={() => void draft(false)}>
                {translate('templates.keeping.newVersion')}
              </Button>
            )}
            <Button size="small" color="inherit" loading={start.isRunning} aria-label={translate('templates.keeping.copyOf', { title })} onClick={() => void draft(true)}>
              {translate('templates.keeping.copy')}
            </Button>
          </Stack>
        )}
      </TableCell>
    </TableRow>
  );
}

/** Contracts that are not over and whose text is no longer the one in use. */
function Superseded() {
  const translate = useTranslate();
  const contracts = useOperation('templates.superseded', undefined);
  const found = contracts.data ?? [];
  if (found.length === 0) return null;
  return (
    <SectionCard title={translate('templates.superseded.title')} subtitle={translate('templates.superseded.lead', { count: found.length })}>
      <Stack component="ul" spacing={0.75} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {found.map(({ contractId, number, title, versionNumber, presentVersionNumber }) => (
          <li key={contractId}>
            <Link component={RouterLink} to={`/contracts/${contractId}`}>
              {number} {title}
            </Link>{' '}
            <Typography component="span" variant="body2" color="textSecondary">
              {presentVersionNumber === null ? translate('templates.superseded.none', { version: versionNumber }) : translate('templates.superseded.line', { version: versionNumber, present: presentVersionNumber })}
            </Typography>
          </li>
        ))}
      </Stack>
    </SectionCard>
  );
}
