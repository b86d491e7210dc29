import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { partyRoles } from '#shared/features/contracts/record.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { useOwnName } from '../../../../i18n/own-name.ts';
import { PlainTextField } from '../../../../ui/plain-text-field.tsx';
import { PartyEntryField } from '../../components/fields/party-entry-field.tsx';
import { useChosenParties } from '../../use-chosen-parties.ts';
import { useRecordFormContext } from './record-form-context.ts';
import type { PartyRow } from './record-form.ts';

interface PartyLineProps {
  readonly index: number;
  readonly row: PartyRow;
  readonly mayChoose: boolean;
  readonly mayChangeRole: boolean;
  readonly onChange: (row: PartyRow) => void;
  readonly onRemove: () => void;
}

/** One party of a contract. What is fixed stays in sight, greyed. */
export function PartyLine({ index, row, mayChoose, mayChangeRole, onChange, onRemove }: PartyLineProps) {
  const translate = useTranslate();
  const { problemTextByKey, visit } = useRecordFormContext();
  const [partyKey, signatoryKey] = [`parties.${index}.partyId`, `parties.${index}.signatory`];
  const [partyProblem, signatoryProblem] = [problemTextByKey.get(partyKey), problemTextByKey.get(signatoryKey)];
  const at = { number: index + 1 };
  return (
    <Box role="group" aria-label={translate('contracts.record.partyRow', at)} sx={mayChoose ? lineStyle : { ...lineStyle, gridTemplateColumns: { xs: '1fr', sm: '144px minmax(0, 1fr)', md: '144px minmax(0, 1fr) 168px' } }}>
      <TextField
        select
        label={translate('contracts.record.field.role')}
        value={row.role}
        disabled={!mayChangeRole}
        onChange={(event) => onChange({ ...row, role: partyRoles.find((role) => role === event.target.value) ?? row.role })}
      >
        {partyRoles.map((role) => (
          <MenuItem key={role} value={role}>
            {translate(`contracts.record.role.${role}`)}
          </MenuItem>
        ))}
      </TextField>
      {mayChoose ? (
        <Box data-field={partyKey}>
          <PartyEntryField
            variable={{ required: false }}
            id={`record-party-${index}`}
            label={translate('contracts.record.field.party')}
            entry={row.partyId}
            onChange={(partyId) => onChange({ ...row, partyId, name: '' })}
            typed={{ text: row.name, onChange: (name) => onChange({ ...row, partyId: '', name }) }}
            onBlur={() => [partyKey, 'parties'].forEach(visit)}
            hasProblem={partyProblem !== undefined}
            helperText={partyProblem}
          />
        </Box>
      ) : (
        <FixedParty partyId={row.partyId} />
      )}
      <PlainTextField
        data-field={signatoryKey}
        label={translate('contracts.record.field.signatory')}
        value={row.signatory}
        onChange={(event) => onChange({ ...row, signatory: event.target.value })}
        onBlur={() => [signatoryKey, partyKey].forEach(visit)}
        error={signatoryProblem !== undefined}
        helperText={signatoryProblem}
        sx={{ gridColumn: { sm: 2, md: 'auto' } }}
      />
      {mayChoose && (
        <IconButton aria-label={translate('contracts.record.removeParty', at)} onClick={onRemove} sx={{ mt: 0.25, gridArea: { sm: '1 / 3', md: 'auto' }, justifySelf: 'start' }}>
          <DeleteIcon fontSize="small" />
        </IconButton>
      )}
    </Box>
  );
}

function FixedParty({ partyId }: { readonly partyId: string }) {
  const translate = useTranslate();
  const nameOf = useOwnName();
  const party = useChosenParties([partyId as PartyId]).get(partyId as PartyId);
  return <TextField disabled label={translate('contracts.record.field.party')} value={party === undefined ? '' : nameOf(party)} />;
}

const lineStyle = {
  display: 'grid',
  // On a slim page a company's name needs the line, and the signatory goes below it.
  gridTemplateColumns: { xs: '1fr', sm: '144px minmax(0, 1fr) auto', md: '144px minmax(0, 1fr) 168px auto' },
  columnGap: 1.5,
  rowGap: 1.5,
  alignItems: 'start',
} as const;
