import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { isAmendedTerm, useRecordFormContext } from './record-form-context.ts';
import type { RecordForm } from './record-form.ts';

/** The fields of fixed answers; currency and units stand beside the numbers that they belong to. */
type ChoiceName = Exclude<
  { [Key in keyof RecordForm]: RecordForm[Key] extends string ? (string extends RecordForm[Key] ? never : Key) : never }[keyof RecordForm],
  'currency' | 'optOutUnit' | 'exitUnit'
>;

interface RecordChoiceFieldProps<Name extends ChoiceName> {
  readonly name: Name;
  readonly choices: readonly Exclude<RecordForm[Name], ''>[];
  readonly labelOf: (choice: Exclude<RecordForm[Name], ''>) => string;
  /** Offers nothing as the first choice. */
  readonly mayBeEmpty?: boolean;
  readonly disabled?: boolean;
  readonly hint?: ReactNode;
}

/** One of several fixed answers. */
export function RecordChoiceField<Name extends ChoiceName>(props: RecordChoiceFieldProps<Name>) {
  const { name, choices, labelOf } = props;
  const translate = useTranslate();
  const { control } = useFormContext<RecordForm>();
  const { locks, problemTextByKey, noteTextByKey } = useRecordFormContext();
  const { field } = useController<RecordForm, ChoiceName>({ control, name });
  const problem = problemTextByKey.get(name);
  return (
    <Box data-field={name}>
      <TextField
        select
        fullWidth
        id={`record-${name}`}
        label={translate(`contracts.record.field.${name}`)}
        value={field.value}
        onChange={field.onChange}
        disabled={(props.disabled ?? false) || isAmendedTerm(locks, name)}
        error={problem !== undefined}
        helperText={problem ?? noteTextByKey.get(name) ?? props.hint}
      >
        {props.mayBeEmpty === true && <MenuItem value="">{translate('contracts.notSet')}</MenuItem>}
        {choices.map((choice) => (
          <MenuItem key={choice} value={choice}>
            {labelOf(choice)}
          </MenuItem>
        ))}
      </TextField>
    </Box>
  );
}
