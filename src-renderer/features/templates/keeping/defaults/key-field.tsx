import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { Variable } from '#shared/features/documents/variables.ts';
import { useLanguage, useTranslate } from '../../../../i18n/i18n.ts';

interface KeyFieldProps {
  readonly label: string;
  readonly variables: readonly Variable[];
  readonly value: string | null;
  readonly onChange: (key: string | null) => void;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
}

/** Chooses one of the variables, or none. */
export function KeyField({ label, variables, value, onChange, isRequired = false, isDisabled = false }: KeyFieldProps) {
  const translate = useTranslate();
  const isEnglish = useLanguage() === 'en';
  return (
    <TextField select size="small" label={label} required={isRequired} disabled={isDisabled} value={variables.some(({ key }) => key === value) ? value : ''} onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)} sx={{ minWidth: 150 }}>
      {!isRequired && <MenuItem value="">{translate('templates.obligations.noVariable')}</MenuItem>}
      {variables.map(({ key, labelZh, labelEn }) => (
        <MenuItem key={key} value={key}>
          {isEnglish ? labelEn : labelZh}
        </MenuItem>
      ))}
    </TextField>
  );
}
