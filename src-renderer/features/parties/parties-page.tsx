import AddIcon from '@mui/icons-material/Add';
import MergeIcon from '@mui/icons-material/CallMerge';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useDeferredValue, type ReactNode } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router';
import type { PartyId } from '#shared/features/parties/model.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { usePermission } from '../../ipc/use-vault-status.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { Page } from '../../ui/page.tsx';
import { RecordGrid } from '../../ui/record-grid.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { usePartyColumns } from './components/party-columns.tsx';
import { usePartyListView } from './store.ts';

const sortColumns = {
  name: { field: 'name', direction: 'asc' },
  updated: { field: 'updated', direction: 'desc' },
} as const;

/** All counterparties, a page at a time; `onContracts` narrows the list of contracts to those of one, before a link leads there. */
export function PartiesPage({ onContracts }: { readonly onContracts?: (id: PartyId) => void }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const view = usePartyListView();
  const search = useDeferredValue(view.search.trim());
  const columns = usePartyColumns(onContracts);
  const list = useOperation(
    'parties.list',
    {
      search,
      archived: view.archived,
      sort: view.sort,
      offset: view.page * view.pageSize,
      limit: view.pageSize,
    },
    { keepPrevious: true },
  );
  const mayAdd = usePermission('parties.write');
  const mayMerge = usePermission('parties.merge');
  const duplicatesButton = mayMerge && (
    <Button component={RouterLink} to="/parties/duplicates" startIcon={<MergeIcon />}>
      {translate('parties.duplicates.open')}
    </Button>
  );
  const addButton = mayAdd && (
    <Button component={RouterLink} to="/parties/new" variant="contained" startIcon={<AddIcon />}>
      {translate('parties.add')}
    </Button>
  );
  const isEmpty = list.data?.total === 0;
  const hasFailed = list.error !== null && list.data === undefined;
  return (
    <Page title={translate('parties.title')} subtitle={translate('parties.lead')} actions={<>{duplicatesButton}{addButton}</>}>
      <Stack direction="row" spacing={2} sx={{ flexWrap: 'wrap' }} useFlexGap>
        <SearchField
          label={translate('parties.searchLabel')}
          value={view.search}
          onChange={(text) => view.change({ search: text })}
        />
        <ToggleButtonGroup
          exclusive
          size="small"
          value={view.archived}
          aria-label={translate('parties.filter.label')}
          onChange={(_, archived: boolean | null) => archived !== null && view.change({ archived })}
        >
          <ToggleButton value={false}>{translate('parties.filter.current')}</ToggleButton>
          <ToggleButton value={true}>{translate('parties.filter.archived')}</ToggleButton>
        </ToggleButtonGroup>
      </Stack>
      {hasFailed && <ErrorMessage error={list.error} onRetry={list.refetch} />}
      {isEmpty && <NoParties isSearch={search !== ''} addButton={addButton} />}
      {!hasFailed && !isEmpty && (
        <RecordGrid
          label={translate('parties.gridLabel')}
          rows={list.data?.parties ?? []}
          total={list.data?.total ?? 0}
          columns={columns}
          isLoading={list.isPending}
          page={view.page}
          pageSize={view.pageSize}
          onPageChange={(page, pageSize) => view.change({ page, pageSize })}
          sort={view.sort}
          sortColumns={sortColumns}
          onSortChange={(sort) => view.change({ sort })}
          onOpen={(party) => void navigate(`/parties/${party.id}`)}
        />
      )}
    </Page>
  );
}

function NoParties({ isSearch, addButton }: { readonly isSearch: boolean; readonly addButton: ReactNode }) {
  const translate = useTranslate();
  const view = usePartyListView();
  if (isSearch) {
    return (
      <EmptyState
        title={translate('parties.noneFound.title')}
        body={translate('parties.noneFound.body')}
        action={<Button onClick={() => view.change({ search: '' })}>{translate('parties.noneFound.clear')}</Button>}
      />
    );
  }
  if (view.archived) {
    return <EmptyState title={translate('parties.noneArchived.title')} body={translate('parties.noneArchived.body')} />;
  }
  return <EmptyState title={translate('parties.empty.title')} body={translate('parties.empty.body')} {...(addButton === false ? {} : { action: addButton })} />;
}
