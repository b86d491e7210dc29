import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Quote } from '#shared/features/approvals/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';

interface QuoteListProps {
  readonly quotes: readonly Quote[];
  readonly onRemove?: (index: number) => void;
}

/** Comments, each under the words that it is about. */
export function QuoteList({ quotes, onRemove }: QuoteListProps) {
  const translate = useTranslate();
  if (quotes.length === 0) return null;
  return (
    <Stack component="ul" spacing={1} aria-label={translate('approvals.quotes.title')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {quotes.map(({ quote, comment }, index) => (
        <Stack key={index} component="li" direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Typography component="blockquote" variant="body2" sx={{ m: 0, pl: 1, borderLeft: 3, borderColor: 'warning.main', color: 'text.secondary', overflowWrap: 'anywhere' }}>
              {quote}
            </Typography>
            <Typography variant="body2" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
              {comment}
            </Typography>
          </Box>
          {onRemove !== undefined && (
            <IconButton size="small" aria-label={translate('approvals.quotes.remove', { place: index + 1 })} onClick={() => onRemove(index)}>
              <DeleteIcon fontSize="small" />
            </IconButton>
          )}
        </Stack>
      ))}
    </Stack>
  );
}
