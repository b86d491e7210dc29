import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { AmendedTerms } from '#shared/features/amendments/model.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOwnName } from '../../../i18n/own-name.ts';
import { useOperation } from '../../../ipc/use-query.ts';

type Named = AmendedTerms['partyNames'][number];

interface PartyPickerProps {
  readonly id: string;
  readonly value: PartyId | null;
  /** The parties whose names are known before anything is looked for. */
  readonly names: readonly Named[];
  readonly onChange: (id: PartyId | null) => void;
}

/** A party out of the vault, searched as one types. */
export function PartyPicker({ id, value, names, onChange }: PartyPickerProps) {
  const translate = useTranslate();
  const nameOf = useOwnName();
  const [search, setSearch] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [picked, setPicked] = useState<Named | null>(null);
  const chosen = value === null ? null : picked?.id === value ? picked : (names.find((party) => party.id === value) ?? null);
  const isUntouched = chosen !== null && search === nameOf(chosen);
  const found = useOperation('parties.list', { search: isUntouched ? '' : search, archived: false, sort: 'name', offset: 0, limit: 20 }, { enabled: isOpen, keepPrevious: true });
  return (
    <Autocomplete<Named>
      id={id}
      options={[...(found.data?.parties ?? [])]}
      value={chosen}
      open={isOpen}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      onChange={(_, party) => {
        setPicked(party);
        onChange(party?.id ?? null);
      }}
      onInputChange={(_, text) => setSearch(text.slice(0, 200))}
      filterOptions={(options) => options}
      getOptionLabel={nameOf}
      getOptionKey={(party) => party.id}
      isOptionEqualToValue={(option, other) => option.id === other.id}
      loading={found.isPending}
      loadingText={translate('contracts.variable.party.loading')}
      noOptionsText={translate('contracts.variable.party.noneFound')}
      renderInput={(input) => <TextField {...input} label={translate('contracts.record.field.party')} placeholder={translate('contracts.variable.party.search')} />}
    />
  );
}
