import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { Fragment, useId } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import type { AnswerProps } from './answer-props.ts';
import { Verdict } from './verdict.tsx';

/** For each text on the left, the one on the right that belongs to it. */
export function MatchAnswer({ face, given, correct, onChange, labelledBy }: AnswerProps) {
  const translate = useTranslate();
  const id = useId();
  const isRight = (row: number) => face.rights[given[row] ?? -1] === face.rights[correct?.[row] ?? -1];
  return (
    <Box role="group" aria-labelledby={labelledBy} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) auto', columnGap: 2, rowGap: 1.5, alignItems: 'center' }}>
      {face.options.map((option, row) => (
        <Fragment key={row}>
          <Typography id={`${id}-${row}`}>{option}</Typography>
          {correct === null ? (
            <TextField
              select
              size="small"
              value={(given[row] ?? -1) < 0 ? '' : given[row]}
              label={translate('training.quiz.choosePair')}
              onChange={(event) => onChange(given.with(row, Number(event.target.value)))}
              slotProps={{ select: { SelectDisplayProps: { 'aria-describedby': `${id}-${row}` } } }}
            >
              {face.rights.map((right, place) => (
                <MenuItem key={place} value={place} sx={{ whiteSpace: 'normal' }}>
                  {right}
                </MenuItem>
              ))}
            </TextField>
          ) : (
            <Typography sx={{ fontWeight: 600 }}>{face.rights[correct[row] ?? 0]}</Typography>
          )}
          <span>{correct !== null && <Verdict isChosen={isRight(row)} isRight />}</span>
        </Fragment>
      ))}
    </Box>
  );
}
