import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { roundSides, type RoundSide } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';

export interface Round {
  readonly label: string;
  readonly roundFrom: RoundSide;
}

interface RoundFieldsProps {
  readonly round: Round;
  readonly onChange: (round: Round) => void;
}

/** A version's name and whose round it is. */
export function RoundFields({ round, onChange }: RoundFieldsProps) {
  const translate = useTranslate();
  return (
    <>
      <PlainTextField
        autoFocus
        fullWidth
        margin="dense"
        label={translate('versions.label')}
        value={round.label}
        helperText={translate('versions.labelHint')}
        onChange={(event) => onChange({ ...round, label: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 80 } }}
      />
      <TextField
        select
        fullWidth
        margin="dense"
        label={translate('versions.side')}
        value={round.roundFrom}
        onChange={(event) => onChange({ ...round, roundFrom: event.target.value as RoundSide })}
      >
        {roundSides.map((side) => (
          <MenuItem key={side} value={side}>
            {translate(`versions.${side}`)}
          </MenuItem>
        ))}
      </TextField>
    </>
  );
}
