import TextField from '@mui/material/TextField';
import type { Variable } from '#shared/features/documents/variables.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';

interface ChoicesFieldProps {
  readonly variable: Variable;
  readonly isEditable: boolean;
  readonly onChange: (part: Partial<Variable>) => void;
}

/** What can be chosen, a line each; read when the field is left, for half a line is no choice. */
export function ChoicesField({ variable: { constraints, defaultValue }, isEditable, onChange }: ChoicesFieldProps) {
  const translate = useTranslate();
  const text = (constraints.choices ?? []).map(({ value, labelZh, labelEn }) => [value, labelZh, labelEn].join(' | ')).join('\n');
  return (
    <TextField
      size="small"
      multiline
      sx={{ gridColumn: { sm: 'span 2' } }}
      label={translate('templates.variables.choices')}
      defaultValue={text}
      onBlur={(event) => {
        const choices = event.target.value.split('\n').slice(0, 100).flatMap((line) => {
          const [value = '', labelZh = '', labelEn = ''] = line.split('|').map((part) => part.trim());
          return value === '' ? [] : [{ value: value.slice(0, 60), labelZh: labelZh === '' ? value : labelZh, labelEn: labelEn === '' ? labelZh || value : labelEn }];
        });
        if (choices.length > 0) onChange({ constraints: { ...constraints, choices }, defaultValue: choices.some(({ value }) => value === defaultValue) ? defaultValue : null });
      }}
      slotProps={{ htmlInput: { readOnly: !isEditable } }}
    />
  );
}
