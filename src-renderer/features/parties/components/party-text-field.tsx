import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { useTranslate } from '../../../i18n/i18n.ts';
import { problemCode, type PartyField, type PartyFieldProblem, type PartyForm } from '../party-form.ts';

interface PartyTextFieldProps {
  readonly name: Exclude<PartyField, 'kind' | 'riskGrade' | 'blacklisted'>;
  readonly lines?: number;
  readonly type?: 'text' | 'tel' | 'email';
  /** Longer text stays as it is and is refused: cut, it would look complete. */
  readonly maxLength: number;
  readonly readOnly: boolean;
  readonly hint?: ReactNode;
  /** Known before the field is left. */
  readonly problem?: PartyFieldProblem | null;
  /** Brings what was typed into the stored form when the field is left. */
  readonly normalise?: (entered: string) => string;
  readonly onLeave?: () => void;
}

/** One line (or several) of a party, with its problem under it once the field was left. */
export function PartyTextField(props: PartyTextFieldProps) {
  const translate = useTranslate();
  const { control } = useFormContext<PartyForm>();
  const { field, fieldState } = useController<PartyForm, typeof props.name>({ control, name: props.name });
  const { maxLength, normalise = trimmed } = props;
  const isTooLong = normalise(field.value).length > maxLength;
  const code = problemCode(fieldState.error?.message) ?? props.problem ?? (isTooLong ? 'TOO_LONG' : null);
  const leave = () => {
    if (props.normalise !== undefined) field.onChange(props.normalise(field.value));
    field.onBlur();
    props.onLeave?.();
  };
  return (
    <TextField
      fullWidth
      id={`party-${props.name}`}
      name={field.name}
      label={translate(`parties.field.${props.name}`)}
      value={field.value}
      onChange={field.onChange}
      onBlur={leave}
      inputRef={field.ref}
      error={code !== null}
      helperText={code === null ? props.hint : translate(`parties.problem.${code}`, { maximum: maxLength })}
      multiline={props.lines !== undefined}
      {...(props.lines === undefined ? {} : { minRows: props.lines })}
      type={props.type ?? 'text'}
      slotProps={{ htmlInput: { readOnly: props.readOnly, spellCheck: false } }}
    />
  );
}

function trimmed(text: string): string {
  return text.trim();
}
