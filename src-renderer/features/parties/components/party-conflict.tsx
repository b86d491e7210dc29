import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useFormContext, useWatch } from 'react-hook-form';
import { partyKindSchema, riskGradeSchema } from '#shared/features/parties/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import type { PartyForm } from '../party-form.ts';
import type { PartyConflict as Conflict } from '../party-merge.ts';

/** Shows, field by field, what was typed beside what was saved meanwhile; a choice lands in the form at once. */
export function PartyConflict({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  const translate = useTranslate();
  return (
    <Alert severity="warning" role="alert">
      <AlertTitle>{translate('parties.conflict.title')}</AlertTitle>
      {translate(conflicts.length === 0 ? 'parties.conflict.none' : 'parties.conflict.body')}
      {conflicts.map((conflict) => (
        <ConflictChoice key={conflict.field} conflict={conflict} />
      ))}
    </Alert>
  );
}

function ConflictChoice({ conflict }: { readonly conflict: Conflict }) {
  const translate = useTranslate();
  const { control, setValue } = useFormContext<PartyForm>();
  const present = useWatch({ control, name: conflict.field });
  const choose = (value: string) => {
    if (conflict.field === 'kind') setValue('kind', partyKindSchema.parse(value), { shouldDirty: true });
    else if (conflict.field === 'riskGrade') setValue('riskGrade', riskGradeSchema.parse(value), { shouldDirty: true });
    else if (conflict.field === 'blacklisted') setValue('blacklisted', value === 'yes' ? 'yes' : 'no', { shouldDirty: true });
    else setValue(conflict.field, value, { shouldDirty: true, shouldValidate: true });
  };
  const wordOf = (value: string) => {
    if (conflict.field === 'kind') return translate(`parties.kind.${partyKindSchema.parse(value)}`);
    if (conflict.field === 'blacklisted') return translate(`parties.blacklisted.${value === 'yes' ? 'yes' : 'no'}`);
    return value === '' ? translate('parties.conflict.nothing') : value;
  };
  const labelId = `conflict-${conflict.field}`;
  return (
    <Box sx={{ mt: 1.5 }}>
      <Typography id={labelId} variant="subtitle2">
        {translate(`parties.field.${conflict.field}`)}
      </Typography>
      <RadioGroup aria-labelledby={labelId} value={present} onChange={(_, value) => choose(value)}>
        {(['mine', 'theirs'] as const).map((side) => (
          <FormControlLabel
            key={side}
            value={conflict[side]}
            control={<Radio size="small" />}
            label={translate(`parties.conflict.${side}`, { value: wordOf(conflict[side]) })}
          />
        ))}
      </RadioGroup>
    </Box>
  );
}
