import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import { useDeferredValue } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { usePermission } from '../../ipc/use-vault-status.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { Page } from '../../ui/page.tsx';
import { RecordGrid } from '../../ui/record-grid.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useContractColumns } from './components/contract-columns.tsx';
import { useContractListView } from './store.ts';

const sortColumns = {
  updated: { field: 'updated', direction: 'desc' },
  number: { field: 'number', direction: 'desc' },
  title: { field: 'title', direction: 'asc' },
} as const;

/** All contracts, a page at a time. */
export function ContractsPage() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const view = useContractListView();
  const search = useDeferredValue(view.search.trim());
  const columns = useContractColumns();
  const list = useOperation(
    'contracts.list',
    {
      search,
      sort: view.sort,
      offset: view.page * view.pageSize,
      limit: view.pageSize,
    },
    { keepPrevious: true },
  );
  const mayAdd = usePermission('contracts.write');
  const addButton = mayAdd && (
    <Button component={RouterLink} to="/templates" variant="contained" startIcon={<AddIcon />}>
      {translate('contracts.add')}
    </Button>
  );
  const isEmpty = list.data?.total === 0;
  const hasFailed = list.error !== null && list.data === undefined;
  return (
    <Page title={translate('contracts.title')} subtitle={translate('contracts.lead')} actions={addButton}>
      <SearchField
        label={translate('contracts.searchLabel')}
        value={view.search}
        onChange={(text) => view.change({ search: text })}
      />
      {hasFailed && <ErrorMessage error={list.error} onRetry={list.refetch} />}
      {isEmpty && <NoContracts isSearch={search !== ''} />}
      {!hasFailed && !isEmpty && (
        <RecordGrid
          label={translate('contracts.gridLabel')}
          rows={list.data?.contracts ?? []}
          total={list.data?.total ?? 0}
          columns={columns}
          isLoading={list.isPending}
          page={view.page}
          pageSize={view.pageSize}
          onPageChange={(page, pageSize) => view.change({ page, pageSize })}
          sort={view.sort}
          sortColumns={sortColumns}
          onSortChange={(sort) => view.change({ sort })}
          onOpen={(contract) => void navigate(`/contracts/${contract.id}`)}
        />
      )}
    </Page>
  );
}

function NoContracts({ isSearch }: { readonly isSearch: boolean }) {
  const translate = useTranslate();
  const change = useContractListView((view) => view.change);
  if (isSearch) {
    return (
      <EmptyState
        title={translate('contracts.noneFound.title')}
        body={translate('contracts.noneFound.body')}
        action={<Button onClick={() => change({ search: '' })}>{translate('contracts.noneFound.clear')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      title={translate('contracts.empty.title')}
      body={translate('contracts.empty.body')}
      action={
        <Button component={RouterLink} to="/templates" variant="contained">
          {translate('contracts.empty.action')}
        </Button>
      }
    />
  );
}
