import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { rotationMonths, type RotationMonths } from '#shared/features/users/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useToast } from '../../../ui/use-toast.ts';

/** After how many months the keys are to be changed. */
export function RotationSchedule({ everyMonths }: { readonly everyMonths: RotationMonths }) {
  const translate = useTranslate();
  const toast = useToast();
  const saving = useCommand('users.setRotationSchedule');
  const save = async (chosen: string) => {
    const months = rotationMonths.find((one) => String(one) === chosen);
    if (months === undefined) return;
    const reply = await saving.run({ everyMonths: months });
    if (!reply.ok) toast.failure(reply.error);
  };
  return (
    <TextField select size="small" label={translate('users.keys.schedule')} value={String(everyMonths)} disabled={saving.isRunning} onChange={(event) => void save(event.target.value)} sx={{ minWidth: 160 }}>
      {rotationMonths.map((months) => (
        <MenuItem key={months} value={String(months)}>
          {translate('users.keys.everyMonths', { count: months })}
        </MenuItem>
      ))}
    </TextField>
  );
}
