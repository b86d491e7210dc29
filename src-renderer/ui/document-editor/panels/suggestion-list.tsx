import AcceptIcon from '@mui/icons-material/Check';
import RejectIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { EmptyState } from '../../empty-state.tsx';
import { useKeptPlace } from '../../use-kept-place.ts';
import { decide, suggestionsOf, type SuggestedChange } from '../suggest/suggestions.ts';
import type { Surface } from '../surface.ts';
import { useText } from '../use-text.ts';

/** Every suggestion with who made it and when, to be accepted or rejected one by one or all at once. */
export function SuggestionList({ surface, mayDecide }: { readonly surface: Surface; readonly mayDecide: boolean }) {
  const translate = useTranslate();
  const suggestions = useText(surface, suggestionsOf, 250);
  const { ref, mark } = useKeptPlace<HTMLDivElement>();
  const settle = (verdict: 'accept' | 'reject', ids?: ReadonlySet<string>) => {
    mark();
    const { state, view } = surface.editor;
    view.dispatch(decide(state, verdict, ids));
    // The last of them go, and with them what was pressed.
    if (ids === undefined) ref.current?.focus();
  };
  return (
    <Stack ref={ref} tabIndex={-1} spacing={1.5}>
      {suggestions.length === 0 && <EmptyState title={translate('documentEditor.suggestions.none')} body={translate('documentEditor.suggestions.noneBody')} />}
      {mayDecide && suggestions.length > 0 && (
        <Stack direction="row" spacing={1}>
          <Button size="small" variant="outlined" startIcon={<AcceptIcon />} onClick={() => settle('accept')}>
            {translate('documentEditor.suggestions.acceptAll')}
          </Button>
          <Button size="small" variant="outlined" color="inherit" startIcon={<RejectIcon />} onClick={() => settle('reject')}>
            {translate('documentEditor.suggestions.rejectAll')}
          </Button>
        </Stack>
      )}
      <Stack component="ul" spacing={1.5} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {suggestions.map((suggestion) => (
          <SuggestionItem
            key={suggestion.id}
            suggestion={suggestion}
            onGo={() => surface.goTo(suggestion.from, suggestion.from)}
            onSettle={mayDecide ? (verdict) => settle(verdict, new Set([suggestion.id])) : null}
          />
        ))}
      </Stack>
    </Stack>
  );
}

interface SuggestionItemProps {
  readonly suggestion: SuggestedChange;
  readonly onGo: () => void;
  readonly onSettle: ((verdict: 'accept' | 'reject') => void) | null;
}

function SuggestionItem({ suggestion: { author, at, inserted, deleted }, onGo, onSettle }: SuggestionItemProps) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Box component="li" data-suggestion sx={{ borderLeft: 3, borderColor: inserted === '' ? 'error.main' : 'success.main', pl: 1.5 }}>
      <ButtonBase onClick={onGo} sx={{ display: 'block', width: '100%', textAlign: 'left', borderRadius: 1 }}>
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
          {author} · {format.dateTime(at)}
        </Typography>
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {deleted !== '' && <Box component="del">{shortened(deleted)}</Box>}
          {deleted !== '' && inserted !== '' && ' '}
          {inserted !== '' && <Box component="ins">{shortened(inserted)}</Box>}
        </Typography>
      </ButtonBase>
      {onSettle !== null && (
        <Stack direction="row" spacing={0.5} sx={{ ml: -0.75 }}>
          <Button size="small" onClick={() => onSettle('accept')}>
            {translate('documentEditor.suggestions.accept')}
          </Button>
          <Button size="small" color="inherit" onClick={() => onSettle('reject')}>
            {translate('documentEditor.suggestions.reject')}
          </Button>
        </Stack>
      )}
    </Box>
  );
}

function shortened(text: string): string {
  return text.length > 240 ? `${text.slice(0, 240)}…` : text;
}
