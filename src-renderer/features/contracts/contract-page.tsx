import EditIcon from '@mui/icons-material/EditOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type { ReactNode } from 'react';
import { Link as RouterLink, useParams } from 'react-router';
import { contractIdSchema, type Contract, type ContractId } from '#shared/features/contracts/model.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { usePermission } from '../../ipc/use-vault-status.ts';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { ContractFacts } from './components/contract-facts.tsx';
import { ContractText } from './components/contract-text.tsx';
import { ExportList } from './components/export-list.tsx';
import { StageChip } from './components/stage-chip.tsx';
import { VersionList } from './components/version-list.tsx';
import { FamilyCard } from './record/family-card.tsx';
import { HistoryCard } from './record/history-card.tsx';
import { RecordCard } from './record/record-card.tsx';
import { StageMenu } from './record/stage-menu.tsx';
import { TermCard } from './record/term-card.tsx';

interface ContractPageProps {
  /** How the contract becomes a signed PDF; given by the application, because features know nothing of each other. */
  readonly exportPanel?: (id: ContractId) => ReactNode;
}

/** One contract: its text, what is known of it, its versions and its signed PDFs. */
export function ContractPage({ exportPanel }: ContractPageProps) {
  const translate = useTranslate();
  const { contractId } = useParams();
  const contract = useOperation('contracts.get', { id: contractIdSchema.parse(contractId) });
  if (contract.data !== undefined) return <ContractView contract={contract.data} exportPanel={exportPanel} />;
  return (
    <Page title={translate('contracts.title')} back={{ to: '/contracts', label: translate('contracts.title') }}>
      {contract.error === null ? <LoadingState /> : <ErrorMessage error={contract.error} onRetry={contract.refetch} />}
    </Page>
  );
}

interface ContractViewProps {
  readonly contract: Contract;
  readonly exportPanel: ContractPageProps['exportPanel'];
}

function ContractView({ contract, exportPanel }: ContractViewProps) {
  const translate = useTranslate();
  const { summary } = contract;
  return (
    <Page
      title={summary.title}
      subtitle={<Subtitle contract={contract} />}
      back={{ to: '/contracts', label: translate('contracts.title') }}
      actions={<Actions contract={contract} />}
    >
      <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 1fr) 372px' }, alignItems: 'start' }}>
        <Stack spacing={2}>
          {!isWithheld(contract.values) && contract.withheldKeys.length > 0 && (
            <Alert severity="info">{translate('contracts.page.partlyWithheld')}</Alert>
          )}
          <ContractText contract={contract} />
        </Stack>
        <Stack spacing={2}>
          {contract.body !== null && exportPanel?.(summary.id)}
          <TermCard contract={contract} />
          <ContractFacts contract={contract} />
          <RecordCard contract={contract} />
          <FamilyCard id={summary.id} />
          {contract.body !== null && <ExportList exports={contract.signedExports} />}
          {contract.versions.length > 0 && <VersionList versions={contract.versions} />}
          <HistoryCard contract={contract} />
        </Stack>
      </Box>
    </Page>
  );
}

function Subtitle({ contract: { summary } }: { readonly contract: Contract }) {
  const translate = useTranslate();
  return (
    <Stack direction="row" spacing={1.5} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
      <span>{summary.number}</span>
      <StageChip stage={summary.stage} />
      <span>{summary.versionNumber === 0 ? translate('contracts.noText') : translate('contracts.versionShort', { version: summary.versionNumber })}</span>
      <span>{summary.partyNames.join(' · ')}</span>
    </Stack>
  );
}

function Actions({ contract }: { readonly contract: Contract }) {
  const mayWrite = usePermission('contracts.write');
  return (
    <>
      <ReviseButton contract={contract} />
      {mayWrite && <StageMenu contract={contract} />}
    </>
  );
}

/** Only a draft is revised, and only by someone who sees all of it. */
function ReviseButton({ contract }: { readonly contract: Contract }) {
  const translate = useTranslate();
  const mayWrite = usePermission('contracts.write');
  const isWhole = !isWithheld(contract.values) && contract.withheldKeys.length === 0;
  if (!mayWrite || !isWhole || contract.body === null || contract.summary.stage !== 'draft') return null;
  return (
    <Button component={RouterLink} to={`/contracts/${contract.summary.id}/revise`} variant="outlined" startIcon={<EditIcon />}>
      {translate('contracts.page.revise')}
    </Button>
  );
}
