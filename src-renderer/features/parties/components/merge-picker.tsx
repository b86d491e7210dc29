import Autocomplete from '@mui/material/Autocomplete';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Party, PartyId } from '#shared/features/parties/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOwnName } from '../../../i18n/own-name.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';

interface MergePickerProps {
  readonly party: Party;
  readonly onPicked: (id: PartyId) => void;
  readonly onCancel: () => void;
}

interface Other {
  readonly id: PartyId;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly uscc: string;
}

/** Asks which other record is the same party; those of a like name are offered before anything is typed. */
export function MergePicker({ party, onPicked, onCancel }: MergePickerProps) {
  const translate = useTranslate();
  const nameOf = useOwnName();
  const [search, setSearch] = useState('');
  const [picked, setPicked] = useState<Other | null>(null);
  const { nameZh, nameEn, uscc, id } = party;
  const similar = useOperation('parties.similar', { nameZh, nameEn, uscc, except: id });
  const isTyped = search.trim() !== '' && search !== (picked === null ? '' : nameOf(picked));
  const found = useOperation('parties.list', { search: isTyped ? search : '', archived: false, sort: 'name', offset: 0, limit: 20 }, { keepPrevious: true });
  const offered: readonly Other[] = !isTyped && similar.data !== undefined && similar.data.length > 0 ? similar.data : (found.data?.parties ?? []);
  return (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby="merge-picker-title" onClose={onCancel}>
      <DialogTitle id="merge-picker-title">{translate('parties.merge.pickTitle')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <Typography sx={{ overflowWrap: 'anywhere' }}>{translate('parties.merge.pickLead', { name: nameOf(party) })}</Typography>
          <Autocomplete<Other>
            id="merge-picker"
            openOnFocus
            options={offered.filter((other) => other.id !== id)}
            value={picked}
            onChange={(_, other) => setPicked(other)}
            onInputChange={(_, text) => setSearch(text.slice(0, 200))}
            filterOptions={(options) => options}
            getOptionLabel={nameOf}
            getOptionKey={(other) => other.id}
            isOptionEqualToValue={(option, other) => option.id === other.id}
            noOptionsText={translate('parties.merge.pickNone')}
            renderOption={({ key, ...props }, other) => (
              <li key={key} {...props}>
                <span>
                  {nameOf(other)}
                  {other.uscc !== '' && (
                    <Typography component="span" variant="body2" color="textSecondary" sx={{ ml: 1 }}>
                      {other.uscc}
                    </Typography>
                  )}
                </span>
              </li>
            )}
            renderInput={(input) => <TextField {...input} label={translate('parties.merge.pickLabel')} placeholder={translate('parties.searchLabel')} />}
          />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('parties.merge.next')} isDisabled={picked === null} onGo={() => {
          if (picked !== null) onPicked(picked.id);
        }} onCancel={onCancel} />
    </Dialog>
  );
}
