import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { isDecidedOn } from '#shared/features/contracts/lifecycle.ts';
import { contractIdSchema, type Contract, type ContractId } from '#shared/features/contracts/model.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Comparison } from './components/comparison.tsx';
import { ExportMenu } from './components/export-menu.tsx';
import { ImportRound } from './components/import-round.tsx';
import { VersionColumn } from './components/version-column.tsx';
import { useChosenVersions } from './use-chosen-versions.ts';

interface VersionsPageProps {
  /** What others say before another text becomes the newest version. */
  readonly renderNotice?: (id: ContractId) => ReactNode;
}

/** The versions of a contract, and any two of them compared. */
export function VersionsPage({ renderNotice }: VersionsPageProps) {
  const translate = useTranslate();
  const { contractId } = useParams();
  const contract = useOperation('contracts.get', { id: contractIdSchema.parse(contractId) });
  if (contract.data !== undefined) return <VersionsView key={contract.data.summary.id} contract={contract.data} notice={renderNotice?.(contract.data.summary.id)} />;
  return (
    <Page title={translate('versions.title')} back={{ to: '/contracts', label: translate('contracts.title') }}>
      {contract.error === null ? <LoadingState /> : <ErrorMessage error={contract.error} onRetry={contract.refetch} />}
    </Page>
  );
}

interface VersionsViewProps {
  readonly contract: Contract;
  readonly notice: ReactNode;
}

function VersionsView({ contract, notice: said }: VersionsViewProps) {
  const translate = useTranslate();
  const notice = (
    <>
      {isDecidedOn(contract.summary.stage) && <Alert severity="warning">{translate('versions.decided')}</Alert>}
      {said}
    </>
  );
  const chosen = useChosenVersions(contract.versions);
  const { id, title } = contract.summary;
  const hidden = isWithheld(contract.body);
  return (
    <Page
      title={translate('versions.title')}
      back={{ to: `/contracts/${id}`, label: title }}
      maxWidth={1760}
      actions={
        !hidden && (
          <>
            <ImportRound contract={contract} notice={notice} onImported={chosen.followNewest} />
            {chosen.right !== null && <ExportMenu contractId={id} chosen={chosen} />}
          </>
        )
      }
    >
      {contract.versions.length === 0 ? (
        <EmptyState title={translate('versions.none')} body={translate('versions.noneBody')} />
      ) : hidden ? (
        <EmptyState title={translate('versions.withheldTitle')} body={translate('versions.withheldBody')} />
      ) : (
        <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '260px minmax(0, 1fr)' }, alignItems: 'start' }}>
          <VersionColumn contract={contract} notice={notice} chosen={chosen} />
          {chosen.left !== null && chosen.right !== null ? (
            <Comparison key={`${chosen.left.id} ${chosen.right.id}`} contractId={id} left={chosen.left} right={chosen.right} />
          ) : (
            <Alert severity="info">{translate('versions.single')}</Alert>
          )}
        </Box>
      )}
    </Page>
  );
}
