import TextField from '@mui/material/TextField';
import type { Variable } from '#shared/features/documents/variables.ts';
import { useTranslate } from '../../../i18n/i18n.ts';

interface ConstraintFieldsProps {
  readonly variable: Variable;
  readonly isEditable: boolean;
  readonly onChange: (part: Partial<Variable>) => void;
}

/** The default and the bounds of a variable, as its type has them. */
export function ConstraintFields({ variable, isEditable, onChange }: ConstraintFieldsProps) {
  const translate = useTranslate();
  const { type, constraints, defaultValue } = variable;
  const readOnly = { readOnly: !isEditable };
  const bound = (name: 'minimum' | 'maximum' | 'maxLength' | 'maximumItems') => (
    <TextField
      key={name}
      size="small"
      type="number"
      label={translate(`templates.variables.bounds.${name}`)}
      value={constraints[name] ?? ''}
      onChange={(event) => {
        const { [name]: _, ...rest } = constraints;
        const value = Number(event.target.value);
        onChange({ constraints: event.target.value === '' || !Number.isFinite(value) ? rest : { ...rest, [name]: name === 'maxLength' || name === 'maximumItems' ? Math.max(1, Math.round(value)) : value } });
      }}
      slotProps={{ htmlInput: readOnly }}
    />
  );
  if (type === 'text' || type === 'number') {
    return (
      <>
        <TextField size="small" label={translate('templates.variables.defaultValue')} value={typeof defaultValue === 'string' || typeof defaultValue === 'number' ? defaultValue : ''} onChange={(event) => onChange({ defaultValue: event.target.value === '' ? null : type === 'text' ? event.target.value : Number.isFinite(Number(event.target.value)) ? Number(event.target.value) : defaultValue })} slotProps={{ htmlInput: readOnly }} />
        {type === 'text' ? bound('maxLength') : [bound('minimum'), bound('maximum')]}
      </>
    );
  }
  if (type === 'date') {
    const days = typeof defaultValue === 'object' && defaultValue !== null && 'daysFromToday' in defaultValue ? defaultValue.daysFromToday : '';
    return <TextField size="small" type="number" label={translate('templates.variables.daysFromToday')} value={days} onChange={(event) => onChange({ defaultValue: event.target.value === '' ? null : { daysFromToday: Math.round(Number(event.target.value)) } })} slotProps={{ htmlInput: readOnly }} />;
  }
  if (type === 'duration') return [bound('minimum'), bound('maximum')];
  if (type === 'list') return bound('maximumItems');
  if (type === 'choice') {
    const text = (constraints.choices ?? []).map(({ value, labelZh, labelEn }) => [value, labelZh, labelEn].join(' | ')).join('\n');
    return (
      <TextField
        size="small"
        multiline
        sx={{ gridColumn: 'span 2' }}
        label={translate('templates.variables.choices')}
        defaultValue={text}
        onBlur={(event) => {
          const choices = event.target.value.split('\n').flatMap((line) => {
            const [value = '', labelZh = '', labelEn = ''] = line.split('|').map((part) => part.trim());
            return value === '' ? [] : [{ value: value.slice(0, 60), labelZh: labelZh === '' ? value : labelZh, labelEn: labelEn === '' ? labelZh || value : labelEn }];
          });
          if (choices.length > 0) onChange({ constraints: { ...constraints, choices }, defaultValue: choices.some(({ value }) => value === defaultValue) ? defaultValue : null });
        }}
        slotProps={{ htmlInput: readOnly }}
      />
    );
  }
  return null;
}
