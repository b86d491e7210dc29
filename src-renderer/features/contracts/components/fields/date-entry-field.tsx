import type { Variable } from '#shared/features/documents/variables.ts';
import { DatePickerField } from '../../../../ui/date-picker-field.tsx';
import type { FieldProps } from './field-props.ts';

interface DateEntryFieldProps extends FieldProps<string, Pick<Variable, 'required'>> {
  readonly isDisabled?: boolean;
}

/** A calendar day of a variable or of the record. */
export function DateEntryField({ variable, ...props }: DateEntryFieldProps) {
  return <DatePickerField {...props} isRequired={variable.required} />;
}
