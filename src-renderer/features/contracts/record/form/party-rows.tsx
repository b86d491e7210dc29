import AddIcon from '@mui/icons-material/Add';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormHelperText from '@mui/material/FormHelperText';
import Stack from '@mui/material/Stack';
import { useController, useFormContext } from 'react-hook-form';
import { partyRoles } from '#shared/features/contracts/record.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { PartyLine } from './party-line.tsx';
import { useRecordFormContext } from './record-form-context.ts';
import { emptyParty, type PartyRow, type RecordForm } from './record-form.ts';

const mostParties = 20;

/** The parties of a contract, a row each: who, in which role, signed by whom. */
export function PartyRows() {
  const translate = useTranslate();
  const { control } = useFormContext<RecordForm>();
  const { locks, problemTextByKey } = useRecordFormContext();
  const { field } = useController({ control, name: 'parties' });
  const rows = field.value;
  const change = (index: number, row: PartyRow) => field.onChange(rows.with(index, row));
  const add = () => field.onChange([...rows, emptyParty(nextRole(rows))]);
  const problem = problemTextByKey.get('parties');
  const mayChoose = !locks.isSigned && !locks.arePartiesOfText;
  return (
    <Box data-field="parties">
      {locks.isSigned && <Alert severity="info">{translate('contracts.record.lock.parties')}</Alert>}
      {!locks.isSigned && locks.arePartiesOfText && <Alert severity="info">{translate('contracts.record.lock.partiesOfText')}</Alert>}
      <Stack spacing={2} sx={{ mt: mayChoose ? 0 : 2 }}>
        {rows.map((row, index) => (
          <PartyLine
            key={index}
            index={index}
            row={row}
            mayChoose={mayChoose}
            mayChangeRole={!locks.isSigned}
            onChange={(changed) => change(index, changed)}
            onRemove={() => field.onChange(rows.toSpliced(index, 1))}
          />
        ))}
      </Stack>
      {problem !== undefined && <FormHelperText error>{problem}</FormHelperText>}
      {mayChoose && rows.length < mostParties && (
        <Button size="small" startIcon={<AddIcon />} onClick={add} sx={{ mt: 1.5 }}>
          {translate('contracts.record.addParty')}
        </Button>
      )}
    </Box>
  );
}

/** The first role that nobody has yet; a further guarantor where all are taken. */
function nextRole(rows: readonly PartyRow[]): PartyRow['role'] {
  return partyRoles.find((role) => rows.every((row) => row.role !== role)) ?? 'guarantor';
}
