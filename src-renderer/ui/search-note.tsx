import Typography from '@mui/material/Typography';
import type { SxProps } from '@mui/material/styles';
import { useTranslate } from '../i18n/i18n.ts';

/** What a search of contracts says that it didn't reach. */
export interface Unreached {
  readonly textsWithheld?: boolean;
  readonly isIndexing?: boolean;
}

/** Says below the hits of a search, or instead of them, why there may be more; nothing where all was looked through. */
export function SearchNote({ unreached: { textsWithheld = false, isIndexing = false }, sx = {} }: { readonly unreached: Unreached; readonly sx?: SxProps }) {
  const translate = useTranslate();
  const notes = [...(textsWithheld ? [translate('ui.searchNote.textsWithheld')] : []), ...(isIndexing ? [translate('ui.searchNote.isIndexing')] : [])];
  if (notes.length === 0) return null;
  return (
    <Typography variant="caption" component="div" role="note" sx={[{ color: 'text.secondary' }, sx as object]}>
      {notes.map((note) => (
        <div key={note}>{note}</div>
      ))}
    </Typography>
  );
}
