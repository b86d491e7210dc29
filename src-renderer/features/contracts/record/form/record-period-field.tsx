import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Box from '@mui/material/Box';
import { useController, useFormContext } from 'react-hook-form';
import { noticeUnits } from '#shared/features/contracts/record.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { isAmendedTerm, useRecordFormContext } from './record-form-context.ts';
import type { RecordForm } from './record-form.ts';
import { RecordTextField } from './record-text-field.tsx';

interface RecordPeriodFieldProps {
  readonly name: 'optOutPeriod' | 'exitNotice';
  readonly unitName: 'optOutUnit' | 'exitUnit';
  readonly hint?: string;
}

/** A length of time and its unit: days, working days or months. */
export function RecordPeriodField({ name, unitName, hint }: RecordPeriodFieldProps) {
  const translate = useTranslate();
  const { control } = useFormContext<RecordForm>();
  const { locks } = useRecordFormContext();
  const { field: unit } = useController({ control, name: unitName });
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
      <Box sx={{ flex: 1 }}>
        <RecordTextField name={name} isNumber hint={hint} />
      </Box>
      <TextField
        select
        id={`record-${unitName}`}
        label={translate('contracts.variable.unitLabel')}
        value={unit.value}
        onChange={unit.onChange}
        disabled={isAmendedTerm(locks, name)}
        sx={{ minWidth: 124 }}
      >
        {noticeUnits.map((each) => (
          <MenuItem key={each} value={each}>
            {translate(`contracts.variable.unit.${each}`)}
          </MenuItem>
        ))}
      </TextField>
    </Stack>
  );
}
