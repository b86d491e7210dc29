import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useTranslate } from '../i18n/i18n.ts';

interface LoadingStateProps {
  /** What is coming: the lines of a text, the rows of a list, or a form's fields. */
  readonly shape?: 'text' | 'list' | 'form';
}

const heightByShape = { text: 20, list: 44, form: 52 } as const;
const countByShape = { text: 4, list: 8, form: 5 } as const;

/** Grey shapes in the place of what is being fetched. They appear after a moment, so that fast answers don't flicker. */
export function LoadingState({ shape = 'text' }: LoadingStateProps) {
  const translate = useTranslate();
  return (
    <Box role="status" aria-label={translate('ui.loading')} sx={fadeIn}>
      {Array.from({ length: countByShape[shape] }, (_, index) => (
        <Skeleton
          key={index}
          variant="rounded"
          height={heightByShape[shape]}
          width={shape === 'text' ? `${92 - ((index * 17) % 40)}%` : '100%'}
          sx={{ mb: 1.5 }}
        />
      ))}
    </Box>
  );
}

const fadeIn = {
  '@keyframes appear': { from: { opacity: 0 }, to: { opacity: 1 } },
  animation: 'appear 200ms ease-out 150ms both',
} as const;
