import Box from '@mui/material/Box';
import { useController, useFormContext } from 'react-hook-form';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { DateEntryField } from '../../components/fields/date-entry-field.tsx';
import { isAmendedTerm, useRecordFormContext } from './record-form-context.ts';
import type { RecordForm } from './record-form.ts';

interface RecordDateFieldProps {
  readonly name: 'signedOn' | 'effectiveOn' | 'expiresOn' | 'optOutOn' | 'warrantyUntil';
  readonly hint?: string;
}

/** A day of the record. */
export function RecordDateField({ name, hint }: RecordDateFieldProps) {
  const translate = useTranslate();
  const { control } = useFormContext<RecordForm>();
  const { locks, problemTextByKey, noteTextByKey, visit } = useRecordFormContext();
  const { field } = useController({ control, name });
  const problem = problemTextByKey.get(name);
  return (
    <Box data-field={name}>
      <DateEntryField
        variable={{ required: false }}
        id={`record-${name}`}
        label={translate(`contracts.record.field.${name}`)}
        entry={field.value}
        onChange={field.onChange}
        onBlur={() => visit(name)}
        isDisabled={isAmendedTerm(locks, name)}
        hasProblem={problem !== undefined}
        helperText={problem ?? noteTextByKey.get(name) ?? hint}
      />
    </Box>
  );
}
