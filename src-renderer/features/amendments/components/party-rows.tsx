import AddIcon from '@mui/icons-material/Add';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { AmendedParty, AmendedTerms } from '#shared/features/amendments/model.ts';
import { partyRoles } from '#shared/features/contracts/record.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import type { PartyTyped } from '../amendment-typed.ts';
import { useTermsText } from '../use-terms-text.ts';
import { PartyPicker } from './party-picker.tsx';

const mostParties = 20;

interface PartyRowsProps {
  readonly present: readonly AmendedParty[];
  readonly names: AmendedTerms['partyNames'];
  /** Null: they stay as they are. */
  readonly typed: readonly PartyTyped[] | null;
  readonly onChange: (typed: readonly PartyTyped[] | null) => void;
}

/** Who is bound from the amendment's day on: the present parties, of whom each can be replaced, take another role, or leave. */
export function PartyRows({ present, names, typed, onChange }: PartyRowsProps) {
  const translate = useTranslate();
  const { saidOf } = useTermsText(names);
  if (typed === null) {
    return (
      <Stack direction="row" spacing={2} sx={{ alignItems: 'flex-start', justifyContent: 'space-between' }}>
        <Typography variant="body2" sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {saidOf('parties', { parties: present }) ?? translate('amendments.form.notFilledIn')}
        </Typography>
        <Button size="small" onClick={() => onChange(present)} sx={{ flexShrink: 0 }}>
          {translate('amendments.parties.change')}
        </Button>
      </Stack>
    );
  }
  const free = partyRoles.find((role) => typed.every((row) => row.role !== role)) ?? 'guarantor';
  return (
    <Stack spacing={1.5}>
      {typed.map((row, index) => (
        <PartyLine key={index} number={index + 1} row={row} names={names} onChange={(next) => onChange(typed.with(index, next))} onRemove={() => onChange(typed.toSpliced(index, 1))} />
      ))}
      <Stack direction="row" spacing={1}>
        <Button size="small" startIcon={<AddIcon />} disabled={typed.length >= mostParties} onClick={() => onChange([...typed, { partyId: null, role: free }])}>
          {translate('contracts.record.addParty')}
        </Button>
        <Button size="small" color="inherit" onClick={() => onChange(null)}>
          {translate('amendments.parties.keep')}
        </Button>
      </Stack>
    </Stack>
  );
}

interface PartyLineProps {
  readonly number: number;
  readonly row: PartyTyped;
  readonly names: AmendedTerms['partyNames'];
  readonly onChange: (row: PartyTyped) => void;
  readonly onRemove: () => void;
}

function PartyLine({ number, row, names, onChange, onRemove }: PartyLineProps) {
  const translate = useTranslate();
  return (
    <Box role="group" aria-label={translate('contracts.record.partyRow', { number })} sx={{ display: 'grid', gridTemplateColumns: '128px minmax(0, 1fr) auto', columnGap: 1.5, alignItems: 'start' }}>
      <TextField select label={translate('contracts.record.field.role')} value={row.role} onChange={(event) => onChange({ ...row, role: partyRoles.find((role) => role === event.target.value) ?? row.role })}>
        {partyRoles.map((role) => (
          <MenuItem key={role} value={role}>
            {translate(`contracts.record.role.${role}`)}
          </MenuItem>
        ))}
      </TextField>
      <PartyPicker id={`amended-party-${number}`} value={row.partyId} names={names} onChange={(partyId) => onChange({ ...row, partyId })} />
      <IconButton aria-label={translate('contracts.record.removeParty', { number })} onClick={onRemove} sx={{ mt: 0.25 }}>
        <DeleteIcon fontSize="small" />
      </IconButton>
    </Box>
  );
}
