import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ClauseChange } from '#shared/features/amendments/model.ts';
import { compareWords } from '#shared/features/versions/compare.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { DiffParts } from '../../../ui/diff-parts.tsx';

/** A clause with the words that go and those that come. */
export function ClauseDifference({ clause: { reference, before, after } }: { readonly clause: ClauseChange }) {
  const translate = useTranslate();
  return (
    <Box sx={{ mt: 1.5, pl: 1.5, borderLeft: 3, borderColor: 'divider' }}>
      <Typography variant="subtitle2" component="h4">
        {reference === '' ? translate('amendments.clause') : reference}
      </Typography>
      <Typography variant="body2" component="p" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
        <DiffParts parts={compareWords(before, after)} />
      </Typography>
    </Box>
  );
}
