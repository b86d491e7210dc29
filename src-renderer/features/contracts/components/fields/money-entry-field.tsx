import type { Variable } from '#shared/features/documents/variables.ts';
import { MoneyField } from '../../../../ui/money-field.tsx';
import type { MoneyEntry } from '../../entries.ts';
import type { FieldProps } from './field-props.ts';

/** An amount of a variable or of the record; a variable may fix the currency. */
export function MoneyEntryField({ variable, ...props }: FieldProps<MoneyEntry, Pick<Variable, 'required' | 'constraints'>>) {
  return <MoneyField {...props} isRequired={variable.required} isCurrencyFixed={variable.constraints.unit !== undefined} />;
}
