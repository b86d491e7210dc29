import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { useController, useFormContext } from 'react-hook-form';
import { riskGrades } from '#shared/features/parties/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import type { PartyForm } from '../party-form.ts';

/** How far the party is trusted: its grade, and whether it is blacklisted. */
export function StandingFields({ readOnly }: { readonly readOnly: boolean }) {
  const translate = useTranslate();
  const { control } = useFormContext<PartyForm>();
  const { field: grade } = useController({ control, name: 'riskGrade' });
  const { field: blacklisted } = useController({ control, name: 'blacklisted' });
  return (
    <>
      <TextField
        select
        fullWidth
        id="party-riskGrade"
        name={grade.name}
        label={translate('parties.field.riskGrade')}
        value={grade.value}
        disabled={readOnly}
        onChange={grade.onChange}
        onBlur={grade.onBlur}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        {riskGrades.map((each) => (
          <MenuItem key={each} value={each}>
            {translate(`parties.grade.${each === '' ? 'none' : each}`)}
          </MenuItem>
        ))}
      </TextField>
      <FormControlLabel
        disabled={readOnly}
        label={translate('parties.field.blacklisted')}
        control={<Switch name={blacklisted.name} checked={blacklisted.value === 'yes'} onChange={(_, isOn) => blacklisted.onChange(isOn ? 'yes' : 'no')} onBlur={blacklisted.onBlur} />}
      />
    </>
  );
}
