import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { dueFilters, type ContractFilter } from '#shared/features/contracts/list.ts';
import { directions, recordKinds } from '#shared/features/contracts/record.ts';
import { stages } from '#shared/features/contracts/stage.ts';
import { contractTypes } from '#shared/features/templates/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { FilterMenu } from '../../../ui/filter-menu.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { useContractListView } from '../store.ts';
import { ConditionChips } from './condition-chips.tsx';
import { MoreFilters, type NarrowProps } from './more-filters.tsx';
import { SearchHelp } from './search-help.tsx';

/** What the list is narrowed to: words, and conditions to tick. */
export function ListFilters() {
  const translate = useTranslate();
  const { search, filter, change } = useContractListView();
  const tags = useOperation('contracts.tags', undefined).data ?? [];
  const narrow: NarrowProps['narrow'] = (part) => change({ filter: withoutEmpty({ ...filter, ...part }) });
  const options = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', columnGap: 0.75, rowGap: 1 }}>
      <SearchField label={translate('contracts.searchLabel')} value={search} onChange={(text) => change({ search: text })} width={280} />
      <SearchHelp />
      <FilterMenu
        label={translate('contracts.filter.stage')}
        options={options(stages, (stage) => translate(`contracts.stage.${stage}`))}
        chosen={filter.stages ?? []}
        onChange={(chosen) => narrow({ stages: chosen })}
      />
      <FilterMenu
        label={translate('contracts.filter.due')}
        isSingle
        options={options(dueFilters, (due) => translate(`contracts.filter.${due}`))}
        chosen={filter.due === undefined ? [] : [filter.due]}
        onChange={([due]) => narrow({ due })}
      />
      <FilterMenu
        label={translate('contracts.filter.type')}
        options={options(contractTypes, (type) => translate(`contracts.type.${type}`))}
        chosen={filter.types ?? []}
        onChange={(chosen) => narrow({ types: chosen })}
      />
      <FilterMenu
        label={translate('contracts.filter.kind')}
        options={options(recordKinds, (kind) => translate(`contracts.kind.${kind}`))}
        chosen={filter.kinds ?? []}
        onChange={(chosen) => narrow({ kinds: chosen })}
      />
      <FilterMenu
        label={translate('contracts.filter.direction')}
        options={options(directions, (direction) => translate(`contracts.direction.${direction}`))}
        chosen={filter.directions ?? []}
        onChange={(chosen) => narrow({ directions: chosen })}
      />
      {tags.length > 0 && (
        <FilterMenu
          label={translate('contracts.filter.tag')}
          options={tags.map(({ tag, count }) => ({ value: tag, label: translate('contracts.filter.tagCount', { tag, count }) }))}
          chosen={filter.tags ?? []}
          onChange={(chosen) => narrow({ tags: chosen })}
        />
      )}
      <FilterMenu
        label={translate('contracts.filter.archive')}
        isSingle
        options={options(['yes', 'both'] as const, (archived) => translate(`contracts.filter.archived.${archived}`))}
        chosen={filter.archived === undefined || filter.archived === 'no' ? [] : [filter.archived]}
        onChange={([archived]) => narrow({ archived })}
      />
      <MoreFilters filter={filter} narrow={narrow} />
      <ConditionChips filter={filter} narrow={narrow} />
      {Object.keys(filter).length > 0 && (
        <Button size="small" color="inherit" onClick={() => change({ filter: {} })}>
          {translate('contracts.filter.clear')}
        </Button>
      )}
    </Stack>
  );
}

/** A filter without conditions that nothing is ticked in. */
function withoutEmpty(filter: { readonly [Key in keyof ContractFilter]: ContractFilter[Key] | undefined }): ContractFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );
}
