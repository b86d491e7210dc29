import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useFormat } from '../i18n/format.ts';
import { useTranslate } from '../i18n/i18n.ts';
import type { KeepState } from './use-keeping.ts';

/** That a form was restored, and the way to a fresh one. */
export function ResumedNotice({ at, onStartOver }: { readonly at: number; readonly onStartOver: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const action = (
    <Button color="inherit" size="small" onClick={onStartOver}>
      {translate('contracts.form.startOver')}
    </Button>
  );
  return (
    <Alert severity="info" action={action}>
      {translate('contracts.form.resumed', { time: format.dateTime(at) })}
    </Alert>
  );
}

/** Whether what was typed is kept by now. */
export function KeepStatus({ state }: { readonly state: KeepState }) {
  const translate = useTranslate();
  const format = useFormat();
  if (state.kind === 'nothing') return null;
  if (state.kind === 'failed') {
    return (
      <Typography variant="body2" color="error" role="alert">
        {translate('contracts.form.keepFailed')}
      </Typography>
    );
  }
  return (
    <Typography variant="body2" color="textSecondary" role="status">
      {state.kind === 'kept'
        ? translate('contracts.form.keptAt', { time: format.time(state.at) })
        : translate('contracts.form.keeping')}
    </Typography>
  );
}
