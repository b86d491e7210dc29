import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useRef, type ReactNode } from 'react';
import type { OperationName, ReplyError } from '#shared/ipc/registry.ts';
import { useTranslate } from '../i18n/i18n.ts';
import { isOfCharacters, useErrorText } from './error-text.ts';
import { focusWrongField } from './focus-wrong-field.ts';

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
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The field says what is wrong with its words.
    if (error !== null && isOfCharacters(error)) focusWrongField(box.current?.closest('form, [role="dialog"], main'));
  }, [error]);
  if (error === null) return null;
  return (
    <Alert ref={box} severity={mild.has(error.code) ? 'warning' : 'error'} role="alert">
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
