import Box from '@mui/material/Box';
import InputAdornment from '@mui/material/InputAdornment';
import TextFieldBase from '@mui/material/TextField';
import type { ReactNode } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { OfferingField } from '../../../../ui/offering-field.tsx';
import { isAmendedTerm, useRecordFormContext, type TextField } from './record-form-context.ts';
import type { RecordForm } from './record-form.ts';

interface RecordTextFieldProps {
  readonly name: Exclude<TextField, 'parentId' | `${string}On`>;
  readonly lines?: number;
  readonly hint?: ReactNode;
  readonly unit?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly isNumber?: boolean;
  /** What is offered while typing. */
  readonly offered?: readonly string[];
  /** Brings what was typed into its usual form when the field is left. */
  readonly normalise?: (entered: string) => string;
}

/** A text of the record, with its problem or note under it. */
export function RecordTextField(props: RecordTextFieldProps) {
  const { name, lines, isNumber = false } = props;
  const translate = useTranslate();
  const { control } = useFormContext<RecordForm>();
  const { locks, problemTextByKey, noteTextByKey, visit } = useRecordFormContext();
  const { field } = useController({ control, name });
  const problem = problemTextByKey.get(name);
  const look = {
    fullWidth: true,
    id: `record-${name}`,
    label: translate(`contracts.record.field.${name}`),
    required: props.required ?? false,
    disabled: (props.disabled ?? false) || isAmendedTerm(locks, name),
    onBlur: () => {
      if (props.normalise !== undefined) field.onChange(props.normalise(field.value));
      visit(name);
    },
    error: problem !== undefined,
    helperText: problem ?? noteTextByKey.get(name) ?? props.hint,
  };
  return (
    <Box data-field={name}>
      {props.offered === undefined ? (
        <TextFieldBase
          {...look}
          value={field.value}
          onChange={field.onChange}
          multiline={lines !== undefined}
          {...(lines === undefined ? {} : { minRows: lines })}
          slotProps={{
            htmlInput: isNumber ? { inputMode: 'decimal' as const } : {},
            input: props.unit === undefined ? {} : { endAdornment: <InputAdornment position="end">{props.unit}</InputAdornment> },
          }}
        />
      ) : (
        <OfferingField {...look} value={field.value} onChange={field.onChange} offered={props.offered} />
      )}
    </Box>
  );
}
