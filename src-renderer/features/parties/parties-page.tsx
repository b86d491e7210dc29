import AddIcon from '@mui/icons-material/Add';
import MergeIcon from '@mui/icons-material/CallMerge';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useDeferredValue } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router';
import { partyKinds, standingFilters, type PartyId, type PartyKind, type PartySelection, type StandingFilter } from '#shared/features/parties/model.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { usePermission } from '../../ipc/use-vault-status.ts';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { FilterMenu } from '../../ui/filter-menu.tsx';
import { Page } from '../../ui/page.tsx';
import { RecordGrid } from '../../ui/record-grid.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { ExportButton } from './components/export-button.tsx';
import { NoParties } from './components/no-parties.tsx';
import { usePartyColumns } from './components/party-columns.tsx';
import { usePartyListView } from './store.ts';

const sortColumns = {
  name: { field: 'name', direction: 'asc' },
  grade: { field: 'riskGrade', direction: 'desc' },
  contracts: { field: 'contractCount', direction: 'desc' },
  updated: { field: 'updated', direction: 'desc' },
} as const;

/** All counterparties, a page at a time; `onContracts` narrows the list of contracts to those of one, before a link leads there. */
export function PartiesPage({ onContracts }: { readonly onContracts?: (id: PartyId) => void }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const view = usePartyListView();
  const search = useDeferredValue(view.search.trim());
  const columns = usePartyColumns(onContracts);
  const { archived, kinds, standings, sort, descending } = view;
  const selection: PartySelection = { search, archived, kinds, standings, sort, descending };
  const list = useOperation('parties.list', { ...selection, offset: view.page * view.pageSize, limit: view.pageSize }, { keepPrevious: true });
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
    <Page title={translate('parties.title')} subtitle={translate('parties.lead')} actions={<>{!hasFailed && !isEmpty && <ExportButton selection={selection} />}{duplicatesButton}{addButton}</>}>
      <Stack direction="row" spacing={2} sx={{ flexWrap: 'wrap', alignItems: 'center' }} useFlexGap>
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
        <FilterMenu<PartyKind>
          label={translate('parties.column.kind')}
          options={partyKinds.map((value) => ({ value, label: translate(`parties.kind.${value}`) }))}
          chosen={kinds}
          onChange={(chosen) => view.change({ kinds: chosen })}
        />
        <FilterMenu<StandingFilter>
          label={translate('parties.column.riskGrade')}
          options={standingFilters.map((value) => ({ value, label: translate(value === 'blacklisted' ? 'parties.blacklisted.yes' : `parties.grade.${value}`) }))}
          chosen={standings}
          onChange={(chosen) => view.change({ standings: chosen })}
        />
      </Stack>
      {hasFailed && <ErrorMessage error={list.error} onRetry={list.refetch} />}
      {isEmpty && <NoParties isNarrowed={search !== '' || kinds.length + standings.length > 0} elsewhere={list.data?.elsewhere ?? 0} addButton={addButton} />}
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
          sort={sort}
          descending={descending}
          sortColumns={sortColumns}
          onSortChange={(chosen, isDescending) => view.change({ sort: chosen, descending: isDescending })}
          onOpen={(party) => void navigate(`/parties/${party.id}`)}
        />
      )}
    </Page>
  );
}
