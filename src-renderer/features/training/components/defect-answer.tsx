import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useTranslate } from '../../../i18n/i18n.ts';
import type { AnswerProps } from './answer-props.ts';

/** A clause whose pieces are clicked where they are defective; after the answer it shows where they were. */
export function DefectAnswer({ face, given, correct, onChange, labelledBy }: AnswerProps) {
  const translate = useTranslate();
  return (
    <Box role="group" aria-labelledby={labelledBy} sx={{ p: 2, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.default', fontSize: '1.0625rem', lineHeight: 2.1 }}>
      {face.options.map((piece, place) => {
        const isChosen = given.includes(place);
        const isDefect = correct?.includes(place) === true;
        const verdict = correct === null ? null : isDefect ? (isChosen ? 'right' : 'missed') : isChosen ? 'wrong' : null;
        return (
          <ButtonBase
            key={place}
            disabled={correct !== null}
            aria-pressed={isChosen}
            aria-label={verdict === null ? undefined : `${piece} ${translate(`training.quiz.verdict.${verdict}`)}`}
            onClick={() => onChange(isChosen ? given.filter((one) => one !== place) : [...given, place])}
            sx={{ ...pieceStyle, ...(isChosen ? chosenStyle : {}), ...(isDefect ? defectStyle : {}) }}
          >
            {piece}
          </ButtonBase>
        );
      })}
    </Box>
  );
}

const pieceStyle = { display: 'inline', verticalAlign: 'baseline', font: 'inherit', color: 'text.primary', textAlign: 'left', px: 0.25, borderRadius: 0.5, whiteSpace: 'pre-wrap', textDecoration: 'underline dotted', textUnderlineOffset: 5, '&:hover': { bgcolor: 'action.hover' } } as const;
const chosenStyle = { bgcolor: 'action.selected', fontWeight: 600, textDecoration: 'underline' } as const;
const defectStyle = { outline: 2, outlineColor: 'error.main', outlineStyle: 'solid' } as const;
