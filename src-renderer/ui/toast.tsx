import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Snackbar from '@mui/material/Snackbar';
import { useEffect, useRef, useState } from 'react';
import { useLanguage, useTranslate } from '../i18n/i18n.ts';
import { useErrorText } from './error-text.ts';
import { useToastStore, type Toast } from './toast-store.ts';

const plainMs = 4_000;
const actionMs = 10_000;

/** The one place where `useToast` puts its notices. Failures stay until they are closed. */
export function ToastHost() {
  const translate = useTranslate();
  const textOf = useErrorText();
  const { toast, dismiss } = useToastStore();
  const [shown, setShown] = useState(toast);
  if (toast !== null && toast !== shown) setShown(toast);
  useSilenceInOtherLanguage();
  if (shown === null) return null;
  const action = shown.kind === 'failure' ? undefined : shown.action;
  return (
    <Snackbar
      key={shown.id}
      open={toast !== null}
      autoHideDuration={durationOf(shown)}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
      onClose={(_, reason) => reason !== 'clickaway' && dismiss()}
      sx={{ '@media print': { display: 'none' } }}
    >
      <Alert
        variant="filled"
        role={shown.kind === 'failure' ? 'alert' : 'status'}
        severity={shown.kind === 'failure' ? 'error' : shown.kind}
        sx={{ maxWidth: 640 }}
        {...(action === undefined ? { onClose: dismiss } : {})}
        closeText={translate('ui.close')}
        action={
          action === undefined ? undefined : (
            <Button
              size="small"
              color="inherit"
              onClick={() => {
                // A notice that fades away has been answered.
                if (toast === null) return;
                dismiss();
                action.run();
              }}
            >
              {action.label}
            </Button>
          )
        }
      >
        {shown.kind === 'failure' ? textOf(shown.error) : shown.text}
      </Alert>
    </Snackbar>
  );
}

/**
 * A notice was put into words when it was given: in another language it goes. One that can be undone stays its seconds, and
 * a failure is said anew.
 */
function useSilenceInOtherLanguage(): void {
  const language = useLanguage();
  const spoken = useRef(language);
  useEffect(() => {
    if (spoken.current === language) return;
    spoken.current = language;
    const { toast, dismiss } = useToastStore.getState();
    if (toast !== null && toast.kind !== 'failure' && toast.action === undefined) dismiss();
  }, [language]);
}

function durationOf(toast: Toast): number | null {
  if (toast.kind === 'failure') return null;
  return toast.action === undefined ? plainMs : actionMs;
}
