import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import type { OperationName } from '#shared/ipc/registry.ts';
import { useTranslate } from '../i18n/i18n.ts';
import type { ReplyError } from '../ipc/reply-error.ts';
import { useErrorText } from './error-text.ts';

interface ErrorMessageProps {
  /** Null shows nothing, so that a command's `error` can be passed as it is. */
  readonly error: ReplyError | null;
  /** Which operation failed, where the code means something special there. */
  readonly operation?: OperationName;
  /** A way out: one or more buttons. */
  readonly action?: ReactNode;
  readonly onRetry?: () => void;
}

/** A failure in its place, as sentences. */
export function ErrorMessage({ error, operation, action, onRetry }: ErrorMessageProps) {
  const translate = useTranslate();
  const textOf = useErrorText();
  if (error === null) return null;
  return (
    <Alert severity={mild.has(error.code) ? 'warning' : 'error'} role="alert">
      {textOf(error, operation)}
      {(action !== undefined || onRetry !== undefined) && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
          {action}
          {onRetry !== undefined && (
            <Button size="small" variant="outlined" color="inherit" onClick={onRetry}>
              {translate('ui.retry')}
            </Button>
          )}
        </Box>
      )}
    </Alert>
  );
}

/** Codes that tell of a refusal, not of harm. */
const mild: ReadonlySet<ReplyError['code']> = new Set([
  'CANCELLED',
  'CHANGED_MEANWHILE',
  'FORBIDDEN',
  'TOO_EARLY',
  'VAULT_IN_USE',
  'VAULT_LOCKED',
  'WITHHELD',
]);
