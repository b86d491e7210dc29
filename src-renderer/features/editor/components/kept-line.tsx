import Typography from '@mui/material/Typography';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate, type Translate } from '../../../i18n/i18n.ts';
import type { Format } from '../../../i18n/format.ts';
import type { CopyState } from '../use-working-copy.ts';

/** Whether the text is in the vault, and since when. */
export function KeptLine({ state }: { readonly state: CopyState }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Typography variant="caption" role="status" color={state.kind === 'failed' ? 'error' : 'inherit'}>
      {wordsOf(state, translate, format)}
    </Typography>
  );
}

function wordsOf(state: CopyState, translate: Translate, format: Format): string {
  switch (state.kind) {
    case 'nothing':
      return translate('editor.nothingKept');
    case 'keeping':
      return translate('editor.keeping');
    case 'failed':
      return translate('editor.keepFailed');
    case 'kept':
      return state.by === null ? translate('editor.keptAt', { time: format.time(state.at) }) : translate('editor.keptBy', { time: format.dateTime(state.at), name: state.by });
  }
}
