import Box from '@mui/material/Box';
import { memo } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { isList, type Variable } from '#shared/features/documents/variables.ts';
import { useContractFormContext } from '../contract-form-context.ts';
import { emptyEntry, type Entry } from '../entries.ts';
import type { FormValues } from '../form-values.ts';
import { useFormFocus } from '../store.ts';
import { useVariableWords } from '../use-variable-words.ts';
import { BooleanEntryField } from './fields/boolean-entry-field.tsx';
import { ChoiceEntryField } from './fields/choice-entry-field.tsx';
import { DateEntryField } from './fields/date-entry-field.tsx';
import { DurationEntryField } from './fields/duration-entry-field.tsx';
import type { FieldProps } from './fields/field-props.ts';
import { ListEntryField } from './fields/list-entry-field.tsx';
import { MoneyEntryField } from './fields/money-entry-field.tsx';
import { NumberEntryField } from './fields/number-entry-field.tsx';
import { PartyEntryField } from './fields/party-entry-field.tsx';
import { TextEntryField } from './fields/text-entry-field.tsx';

/** The field of one variable, of the component that its type asks for. */
export const VariableField = memo(function VariableField({ variable }: { readonly variable: Variable }) {
  const { labelOf, helpOf } = useVariableWords();
  const { problemTextByKey, visit } = useContractFormContext();
  const { control } = useFormContext<FormValues>();
  const { field } = useController({ control, name: `entries.${variable.key}` });
  const activate = useFormFocus((focus) => focus.activate);
  const problem = problemTextByKey.get(variable.key);
  const { key } = variable;
  return (
    <Box data-field={key} onFocus={() => activate(key)}>
      <TypedField
        variable={variable}
        id={`variable-${key}`}
        label={labelOf(variable)}
        entry={field.value}
        onChange={field.onChange}
        onBlur={() => visit(key)}
        hasProblem={problem !== undefined}
        helperText={problem ?? helpOf(variable) ?? undefined}
      />
    </Box>
  );
});

/** Hands the entry on as the type that the field edits. An entry of another shape, which only a bug makes, starts empty. */
function TypedField({ entry, onChange, ...rest }: FieldProps<Entry>) {
  const { variable } = rest;
  const fitting = fits(variable, entry) ? entry : emptyEntry(variable);
  if (typeof fitting === 'boolean') return <BooleanEntryField {...rest} entry={fitting} onChange={onChange} />;
  if (isList(fitting)) return <ListEntryField {...rest} entry={fitting} onChange={onChange} />;
  if (typeof fitting === 'object') {
    return 'text' in fitting ? (
      <MoneyEntryField {...rest} entry={fitting} onChange={onChange} />
    ) : (
      <DurationEntryField {...rest} entry={fitting} onChange={onChange} />
    );
  }
  const props = { ...rest, entry: fitting, onChange };
  switch (variable.type) {
    case 'number':
      return <NumberEntryField {...props} />;
    case 'date':
      return <DateEntryField {...props} />;
    case 'choice':
      return <ChoiceEntryField {...props} />;
    case 'party':
      return <PartyEntryField {...props} />;
    default:
      return <TextEntryField {...props} />;
  }
}

function fits(variable: Variable, entry: Entry | undefined): entry is Entry {
  const model = emptyEntry(variable);
  if (entry === undefined || typeof entry !== typeof model || isList(entry) !== isList(model)) return false;
  if (typeof entry !== 'object' || typeof model !== 'object' || isList(entry)) return true;
  return 'text' in entry === 'text' in model;
}
