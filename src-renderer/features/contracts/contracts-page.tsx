import AddIcon from '@mui/icons-material/Add';
import FileUploadIcon from '@mui/icons-material/FileUploadOutlined';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { Link as RouterLink, useNavigate } from 'react-router';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { usePermission } from '../../ipc/use-vault-status.ts';
import { useReachNote } from '../../ipc/use-reach.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { Page } from '../../ui/page.tsx';
import { RecordGrid } from '../../ui/record-grid.tsx';
import { SearchNote } from '../../ui/search-note.tsx';
import { useContractColumns } from './components/contract-columns.tsx';
import { BulkBar } from './list/bulk-bar.tsx';
import { ExportMenu } from './list/export-menu.tsx';
import { ListFilters } from './list/list-filters.tsx';
import { useContractList } from './list/use-contract-list.ts';
import { ViewMenu } from './list/view-menu.tsx';
import { useContractListView } from './store.ts';

const sortColumns = {
  updated: { field: 'updated', direction: 'desc' },
  number: { field: 'number', direction: 'desc' },
  title: { field: 'title', direction: 'asc' },
  amount: { field: 'amount', direction: 'desc' },
  effective: { field: 'effective', direction: 'asc' },
  end: { field: 'end', direction: 'asc' },
  notice: { field: 'notice', direction: 'asc' },
  stage: { field: 'stage', direction: 'asc' },
  owner: { field: 'owner', direction: 'asc' },
  department: { field: 'department', direction: 'asc' },
} as const;

/** All contracts, a page at a time. */
export function ContractsPage() {
  const translate = useTranslate();
  const reachNote = useReachNote();
  const navigate = useNavigate();
  const { view, selection, list, places, total, turn, isNarrowed } = useContractList();
  const columns = useContractColumns(places);
  const mayAdd = usePermission('contracts.write');
  const isEmpty = list.data?.total === 0;
  const hasFailed = list.error !== null && list.data === undefined;
  return (
    <Page title={translate('contracts.title')} subtitle={reachNote ?? translate('contracts.lead')} actions={<Actions mayAdd={mayAdd} selection={selection} />}>
      <ListFilters />
      <SearchNote unreached={list.data ?? {}} sx={{ mb: 1 }} />
      <BulkBar selection={selection} mayWrite={mayAdd} />
      {hasFailed && <ErrorMessage error={list.error} onRetry={list.refetch} />}
      {isEmpty && <NoContracts isNarrowed={isNarrowed} />}
      {!hasFailed && !isEmpty && (
        <RecordGrid
          label={translate('contracts.gridLabel')}
          rows={list.data?.contracts ?? []}
          total={total}
          columns={columns}
          isLoading={list.isPending}
          page={view.page}
          pageSize={view.pageSize}
          onPageChange={turn}
          sort={selection.sort}
          descending={selection.descending === true}
          sortColumns={sortColumns}
          onSortChange={(sort, descending) => view.change({ sort, descending })}
          selected={view.selected}
          onSelect={(selected) => view.select(selected as readonly ContractId[])}
          hiddenColumns={view.hiddenColumns}
          onHideColumns={view.hideColumns}
          onOpen={(contract) => void navigate(`/contracts/${contract.id}`)}
        />
      )}
    </Page>
  );
}

interface ActionsProps {
  readonly mayAdd: boolean;
  readonly selection: ReturnType<typeof useContractList>['selection'];
}

function Actions({ mayAdd, selection }: ActionsProps) {
  const translate = useTranslate();
  const mayImport = usePermission('imports.run');
  return (
    <>
      <ViewMenu selection={selection} />
      <ExportMenu selection={selection} />
      {mayImport && (
        <Button component={RouterLink} to="/import" color="inherit" startIcon={<FileUploadIcon />}>
          {translate('contracts.importShort')}
        </Button>
      )}
      {mayAdd && (
        <>
          <Button component={RouterLink} to="/contracts/register" variant="outlined">
            {translate('contracts.registerShort')}
          </Button>
          <Button component={RouterLink} to="/templates" variant="contained" startIcon={<AddIcon />}>
            {translate('contracts.add')}
          </Button>
        </>
      )}
    </>
  );
}

function NoContracts({ isNarrowed }: { readonly isNarrowed: boolean }) {
  const translate = useTranslate();
  const change = useContractListView((view) => view.change);
  const mayImport = usePermission('imports.run');
  if (isNarrowed) {
    return (
      <EmptyState
        title={translate('contracts.noneFound.title')}
        body={translate('contracts.noneFound.body')}
        action={<Button onClick={() => change({ search: '', filter: {} })}>{translate('contracts.noneFound.clear')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      title={translate('contracts.empty.title')}
      body={translate('contracts.empty.body')}
      action={
        <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', justifyContent: 'center' }}>
          <Button component={RouterLink} to="/templates" variant="contained">
            {translate('contracts.empty.action')}
          </Button>
          {mayImport && (
            <Button component={RouterLink} to="/import" variant="outlined">
              {translate('contracts.empty.import')}
            </Button>
          )}
        </Stack>
      }
    />
  );
}
