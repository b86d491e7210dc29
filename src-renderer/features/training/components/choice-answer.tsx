import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Stack from '@mui/material/Stack';
import type { AnswerProps } from './answer-props.ts';
import { Verdict } from './verdict.tsx';

/** One or several of the choices. */
export function ChoiceAnswer({ face, given, correct, onChange, labelledBy, isSingle }: AnswerProps & { readonly isSingle: boolean }) {
  const isFixed = correct !== null;
  const labelOf = (option: string, place: number) => (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
      <span>{option}</span>
      {isFixed && <Verdict isChosen={given.includes(place)} isRight={correct.includes(place)} />}
    </Stack>
  );
  if (isSingle) {
    return (
      <RadioGroup aria-labelledby={labelledBy} value={given[0] ?? ''} onChange={(event) => onChange([Number(event.target.value)])}>
        {face.options.map((option, place) => (
          <FormControlLabel key={place} value={place} disabled={isFixed} control={<Radio />} label={labelOf(option, place)} sx={readable} />
        ))}
      </RadioGroup>
    );
  }
  return (
    <FormGroup role="group" aria-labelledby={labelledBy}>
      {face.options.map((option, place) => (
        <FormControlLabel
          key={place}
          disabled={isFixed}
          control={<Checkbox checked={given.includes(place)} onChange={(_, isOn) => onChange(isOn ? [...given, place] : given.filter((one) => one !== place))} />}
          label={labelOf(option, place)}
          sx={readable}
        />
      ))}
    </FormGroup>
  );
}

// What was answered is to be read, so it isn't greyed out.
const readable = { '& .MuiFormControlLabel-label.Mui-disabled': { color: 'text.primary' } } as const;
