import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useController, useFormContext } from 'react-hook-form';
import { partyKinds } from '#shared/features/parties/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import type { PartyForm } from '../party-form.ts';

export function PartyKindField({ readOnly }: { readonly readOnly: boolean }) {
  const translate = useTranslate();
  const { control } = useFormContext<PartyForm>();
  const { field } = useController({ control, name: 'kind' });
  return (
    <FormControl disabled={readOnly}>
      <FormLabel id="party-kind">{translate('parties.field.kind')}</FormLabel>
      <RadioGroup row aria-labelledby="party-kind" name={field.name} value={field.value} onChange={field.onChange}>
        {partyKinds.map((kind) => (
          <FormControlLabel key={kind} value={kind} label={translate(`parties.kind.${kind}`)} control={<Radio size="small" />} />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
