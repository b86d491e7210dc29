import TextField, { type TextFieldProps } from '@mui/material/TextField';
import { isPlain } from '#shared/kernel/plain-text.ts';
import { useTranslate } from '../i18n/i18n.ts';

/**
 * A field for words that people will read. It marks itself while they hold characters that nobody sees, which main refuses
 * (`plainText`); what else is wrong with them comes first. An `ErrorMessage` in the same form leads to it.
 */
export function PlainTextField({ error = false, helperText, ...rest }: TextFieldProps) {
  const translate = useTranslate();
  const isRefused = typeof rest.value === 'string' && !isPlain(rest.value);
  return <TextField {...rest} error={error || isRefused} helperText={isRefused && !error ? translate('ui.invisibleCharacters') : helperText} />;
}
