import AddIcon from '@mui/icons-material/Add';
import Alert from '@mui/material/Alert';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { Variable } from '#shared/features/documents/variables.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { useOwnName } from '../../../../i18n/own-name.ts';
import { useOperation } from '../../../../ipc/use-query.ts';
import { useContractFormContext } from '../../contract-form-context.ts';
import { partyIdOf } from '../../entries.ts';
import { useChosenParties } from '../../use-chosen-parties.ts';
import type { FieldProps } from './field-props.ts';

interface Option {
  readonly id: PartyId;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly uscc: string;
  readonly isBlacklisted: boolean;
}

interface PartyEntryFieldProps extends FieldProps<string, Pick<Variable, 'required'>> {
  /** What was typed where nobody is chosen: given, it stays when the field is left, and changing a name undoes the choice. */
  readonly typed?: { readonly text: string; readonly onChange: (text: string) => void };
}

/** A counterparty out of the vault, searched as one types, or entered on the spot. */
export function PartyEntryField(props: PartyEntryFieldProps) {
  const translate = useTranslate();
  const { renderNewParty } = useContractFormContext();
  const { typed } = props;
  const [search, setSearch] = useState(typed?.text ?? '');
  const [isOpen, setOpen] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const chosenId = partyIdOf(props.entry);
  const chosen = useChosenParties(chosenId === null ? [] : [chosenId]);
  const nameOf = useOwnName();
  const value = chosenId === null ? null : (chosen.get(chosenId) ?? null);
  const found = useOperation(
    'parties.list',
    { search: value !== null && search === nameOf(value) ? '' : search.slice(0, 200), archived: false, sort: 'name', offset: 0, limit: 20 },
    { enabled: isOpen, keepPrevious: true },
  );
  const finishAdding = (id: PartyId) => {
    setAdding(false);
    props.onChange(id);
  };
  return (
    <Box>
      <Autocomplete<Option>
        id={props.id}
        options={[...(found.data?.parties ?? [])]}
        value={value}
        open={isOpen}
        onOpen={() => setOpen(true)}
        onClose={() => setOpen(false)}
        onChange={(_, option) => props.onChange(option?.id ?? '')}
        {...(typed === undefined ? {} : { inputValue: chosenId === null ? typed.text : search, clearOnBlur: false })}
        onInputChange={(_, text, reason) => {
          setSearch(text);
          if (reason === 'input' || reason === 'clear') typed?.onChange(text);
        }}
        onBlur={props.onBlur}
        filterOptions={(options) => options}
        getOptionLabel={nameOf}
        isOptionEqualToValue={(option, other) => option.id === other.id}
        loading={found.isPending}
        loadingText={translate('contracts.variable.party.loading')}
        noOptionsText={translate('contracts.variable.party.noneFound')}
        renderOption={({ key, ...rest }, option) => (
          <Box component="li" key={key} {...rest}>
            <Box>
              {nameOf(option)}
              {option.uscc !== '' && (
                <Typography variant="body2" color="textSecondary">
                  {option.uscc}
                </Typography>
              )}
            </Box>
          </Box>
        )}
        renderInput={(input) => (
          <TextField
            {...input}
            label={props.label}
            required={props.variable.required}
            placeholder={translate('contracts.variable.party.search')}
            error={props.hasProblem}
            helperText={props.helperText}
          />
        )}
      />
      {value?.isBlacklisted === true && (
        <Alert severity="warning" sx={{ mt: 1 }}>
          {translate('contracts.variable.party.blacklisted')}
        </Alert>
      )}
      <Stack direction="row" spacing={2} sx={{ alignItems: 'center', mt: 0.5 }}>
        {renderNewParty !== undefined && (
          <Button size="small" startIcon={<AddIcon />} onClick={() => setAdding(true)}>
            {translate('contracts.variable.party.add')}
          </Button>
        )}
        {value !== null && (
          <Link component={RouterLink} to={`/parties/${value.id}`} variant="body2">
            {translate('contracts.variable.party.edit')}
          </Link>
        )}
      </Stack>
      {isAdding && renderNewParty?.(finishAdding, () => setAdding(false))}
    </Box>
  );
}
