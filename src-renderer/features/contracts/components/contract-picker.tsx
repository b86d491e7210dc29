import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ContractId, ContractSummary } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';

type Option = Pick<ContractSummary, 'id' | 'number' | 'title'>;

interface ContractPickerProps {
  readonly id: string;
  readonly label: string;
  /** Empty: none chosen. */
  readonly value: string;
  /** A contract that is not offered, such as the one that asks. */
  readonly exceptId: string | null;
  readonly onChange: (id: ContractId | '') => void;
  readonly onBlur?: () => void;
  readonly hasProblem: boolean;
  readonly helperText: string;
  readonly autoFocus?: boolean;
}

/** A contract of the book, searched as one types. */
export function ContractPicker({ id, label, value, exceptId, onChange, onBlur, hasProblem, helperText, autoFocus = false }: ContractPickerProps) {
  const translate = useTranslate();
  const [search, setSearch] = useState('');
  const [isOpen, setOpen] = useState(false);
  const chosen = useChosen(value);
  const typed = chosen !== null && search === labelOf(chosen) ? '' : search.trim();
  const found = useOperation('contracts.list', { search: typed, sort: 'updated', limit: 20 }, { enabled: isOpen, keepPrevious: true });
  return (
    <Autocomplete<Option>
      id={id}
      options={(found.data?.contracts ?? []).filter((option) => option.id !== exceptId)}
      value={chosen}
      open={isOpen}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      onChange={(_, option) => onChange(option?.id ?? '')}
      onInputChange={(_, text) => setSearch(text.slice(0, 200))}
      onBlur={onBlur}
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
      renderInput={(input) => <TextField {...input} autoFocus={autoFocus} required label={label} placeholder={translate('contracts.record.parentSearch')} error={hasProblem} helperText={helperText} />}
    />
  );
}

function useChosen(contractId: string): Option | null {
  // Only asked once one is chosen.
  const chosen = useOperation('contracts.get', { id: contractId as ContractId }, { enabled: contractId !== '' });
  return contractId === '' ? null : (chosen.data?.summary ?? null);
}

function labelOf({ number, title }: Option): string {
  return `${number} ${title}`;
}
