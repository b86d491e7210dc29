import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import type { ContractId, ContractSummary } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { useOperation } from '../../../../ipc/use-query.ts';
import { useRecordFormContext } from './record-form-context.ts';
import type { RecordForm } from './record-form.ts';

type Option = Pick<ContractSummary, 'id' | 'number' | 'title'>;

/** The contract that an order, amendment or termination agreement belongs to, searched as one types. */
export function ParentField() {
  const translate = useTranslate();
  const { control } = useFormContext<RecordForm>();
  const { contractId, problemTextByKey, visit } = useRecordFormContext();
  const { field } = useController({ control, name: 'parentId' });
  const [search, setSearch] = useState('');
  const [isOpen, setOpen] = useState(false);
  const value = useChosen(field.value);
  const typed = value !== null && search === labelOf(value) ? '' : search.trim();
  const found = useOperation(
    'contracts.list',
    { search: typed, sort: 'updated', limit: 20 },
    { enabled: isOpen, keepPrevious: true },
  );
  const problem = problemTextByKey.get('parentId');
  return (
    <Box data-field="parentId">
      <Autocomplete<Option>
        id="record-parentId"
        options={(found.data?.contracts ?? []).filter(({ id }) => id !== contractId)}
        value={value}
        open={isOpen}
        onOpen={() => setOpen(true)}
        onClose={() => setOpen(false)}
        onChange={(_, option) => field.onChange(option?.id ?? '')}
        onInputChange={(_, text) => setSearch(text.slice(0, 200))}
        onBlur={() => visit('parentId')}
        filterOptions={(options) => options}
        getOptionLabel={labelOf}
        isOptionEqualToValue={(option, other) => option.id === other.id}
        loading={found.isPending}
        loadingText={translate('contracts.variable.party.loading')}
        noOptionsText={translate('contracts.variable.party.noneFound')}
        renderOption={({ key, ...rest }, option) => (
          <Box component="li" key={key} {...rest}>
            <Box>
              {option.title}
              <Typography variant="body2" color="textSecondary">
                {option.number}
              </Typography>
            </Box>
          </Box>
        )}
        renderInput={(input) => (
          <TextField
            {...input}
            required
            label={translate('contracts.record.field.parentId')}
            placeholder={translate('contracts.record.parentSearch')}
            error={problem !== undefined}
            helperText={problem ?? translate('contracts.record.parentHint')}
          />
        )}
      />
    </Box>
  );
}

function useChosen(parentId: string): Option | null {
  // Only asked once one is chosen.
  const chosen = useOperation('contracts.get', { id: parentId as ContractId }, { enabled: parentId !== '' });
  return parentId === '' ? null : (chosen.data?.summary ?? null);
}

function labelOf({ number, title }: Option): string {
  return `${number} ${title}`;
}
