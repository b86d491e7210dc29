import EditIcon from '@mui/icons-material/EditOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState, type ReactNode } from 'react';
import { Link as RouterLink, useParams } from 'react-router';
import type { Ending } from '#shared/features/contracts/ending.ts';
import { contractIdSchema, type Contract, type ContractId } from '#shared/features/contracts/model.ts';
import { hasVariables } from '#shared/features/editor/rules.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { usePermission } from '../../ipc/use-vault-status.ts';
import { UnfinishedNotice } from '../../keeping/unfinished-notice.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Tabbed, type TabOf } from '../../ui/tabbed.tsx';
import { ContractText } from './components/contract-text.tsx';
import { ExportList } from './components/export-list.tsx';
import { StageChip } from './components/stage-chip.tsx';
import { VersionList } from './components/version-list.tsx';
import { EndingContext } from './record/ending-context.ts';
import { FamilyTree } from './record/family-tree.tsx';
import { LifecycleMenu } from './record/lifecycle/lifecycle-menu.tsx';
import { StageHistory } from './record/lifecycle/stage-history.tsx';
import { RecordCard } from './record/record-card.tsx';
import { StatusChipOf } from './record/status-chip-of.tsx';
import { Succession } from './record/succession.tsx';
import { TermTimeline } from './record/term/term-timeline.tsx';
import { useTermPlan, type ContractTerm } from './record/term/use-term-plan.ts';

interface ContractPageProps {
  /** How the contract becomes a signed PDF; given by the application, because features know nothing of each other. */
  readonly exportPanel?: (id: ContractId) => ReactNode;
  /** What other features say of it, as cards; given as the export panel is. */
  readonly cards?: (contract: Contract) => ReactNode;
  /** What other features do with it, as buttons before its own. */
  readonly actions?: (contract: Contract) => ReactNode;
  /** What other features say before the contract is moved to another stage. */
  readonly moveNotice?: (contract: Contract) => ReactNode;
  /** How the letter that ends it is written; absent where the person may write none. */
  readonly endingLetter?: (contract: Contract, ending: Ending, onClose: () => void) => ReactNode;
  /** What other features keep on it that needs a page's width, a tab for each, behind the contract's own. */
  readonly tabs?: (contract: Contract) => readonly TabOf[];
}

/** One contract: its term, its text, what is known of it, its versions and its signed PDFs. */
export function ContractPage(given: ContractPageProps) {
  const translate = useTranslate();
  const { contractId } = useParams();
  const contract = useOperation('contracts.get', { id: contractIdSchema.parse(contractId) });
  if (contract.data !== undefined) return <ContractView key={contract.data.summary.id} contract={contract.data} {...given} />;
  return (
    <Page title={translate('contracts.title')} back={{ to: '/contracts', label: translate('contracts.title') }}>
      {contract.error === null ? <LoadingState /> : <ErrorMessage error={contract.error} onRetry={contract.refetch} />}
    </Page>
  );
}

interface ContractViewProps extends ContractPageProps {
  readonly contract: Contract;
}

function ContractView({ contract, exportPanel, cards, actions, moveNotice, tabs, endingLetter }: ContractViewProps) {
  const translate = useTranslate();
  const term = useTermPlan(contract);
  const [ending, setEnding] = useState<Ending | null>(null);
  const { summary } = contract;
  const overview = { key: 'contract', label: translate('contracts.page.tab'), content: <Overview contract={contract} term={term} exportPanel={exportPanel} cards={cards} /> };
  return (
    <EndingContext value={endingLetter === undefined ? null : setEnding}>
      <Page
        title={summary.title}
        subtitle={<Subtitle contract={contract} term={term} />}
        back={{ to: '/contracts', label: translate('contracts.title') }}
        actions={
          <>
            {actions?.(contract)}
            <ReviseButton contract={contract} />
            <LifecycleMenu contract={contract} term={term} notice={moveNotice?.(contract)} />
          </>
        }
      >
        <UnfinishedNotice contractId={summary.id} />
        <Tabbed label={summary.title} tabs={[overview, ...(tabs?.(contract) ?? [])]} />
        {ending !== null && endingLetter?.(contract, ending, () => setEnding(null))}
      </Page>
    </EndingContext>
  );
}

interface OverviewProps {
  readonly contract: Contract;
  readonly term: ContractTerm;
  readonly exportPanel: ContractPageProps['exportPanel'];
  readonly cards: ContractPageProps['cards'];
}

function Overview({ contract, term, exportPanel, cards }: OverviewProps) {
  const translate = useTranslate();
  const { summary } = contract;
  // Where there is no text to read, the record takes its place.
  const hasText = contract.body !== null;
  return (
    <Stack spacing={2.5}>
      <Succession contract={contract} />
      <TermTimeline contract={contract} term={term} />
      <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 372px' }, alignItems: 'start' }}>
        <Stack spacing={2}>
          {!isWithheld(contract.values) && contract.withheldKeys.length > 0 && (
            <Alert severity="info">{translate('contracts.page.partlyWithheld')}</Alert>
          )}
          {hasText ? <ContractText contract={contract} /> : <RecordCard contract={contract} isWide />}
        </Stack>
        <Stack spacing={2}>
          {hasText && summary.stage !== 'cancelled' && exportPanel?.(summary.id)}
          {cards?.(contract)}
          {hasText ? <RecordCard contract={contract} /> : <ContractText contract={contract} />}
          <FamilyTree summary={summary} />
          <StageHistory contract={contract} />
          {hasText && <ExportList exports={contract.signedExports} />}
          {contract.versions.length > 0 && <VersionList contractId={summary.id} versions={contract.versions} />}
        </Stack>
      </Box>
    </Stack>
  );
}

interface SubtitleProps {
  readonly contract: Contract;
  readonly term: ContractTerm;
}

function Subtitle({ contract: { summary }, term: { status } }: SubtitleProps) {
  const translate = useTranslate();
  // What time makes of it says more than the stage only once it is signed.
  const hasStatus = summary.stage === 'signed' || status.status === 'terminating';
  return (
    <Stack direction="row" spacing={1.5} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
      <span>{summary.number}</span>
      {/* What is still to end is not called ended. */}
      {status.status !== 'terminating' && <StageChip stage={summary.stage} />}
      {hasStatus && <StatusChipOf status={status.status} renewalType={summary.renewalType} missing={status.missing} />}
      <span>{summary.versionNumber === 0 ? translate('contracts.noText') : translate('contracts.versionShort', { version: summary.versionNumber })}</span>
      <span>{summary.partyNames.join(' · ')}</span>
    </Stack>
  );
}

/** Only a draft is revised, and only by someone who sees all of it. */
function ReviseButton({ contract }: { readonly contract: Contract }) {
  const translate = useTranslate();
  const mayWrite = usePermission('contracts.write');
  const isWhole = !isWithheld(contract.values) && contract.withheldKeys.length === 0;
  const { body, summary } = contract;
  // A text that came from a file, or lost its last blank in the editor, has nothing for the form to fill in.
  const hasBlanks = body !== null && !isWithheld(body) && hasVariables(summary.language === 'en' ? body.bodyEn : body.bodyZh);
  if (!mayWrite || !isWhole || !hasBlanks || summary.stage !== 'draft') return null;
  return (
    <Button component={RouterLink} to={`/contracts/${contract.summary.id}/revise`} variant="outlined" startIcon={<EditIcon />}>
      {translate('contracts.page.revise')}
    </Button>
  );
}
