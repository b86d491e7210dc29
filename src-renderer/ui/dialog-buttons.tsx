import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import type { ReactNode } from 'react';
import { useTranslate } from '../i18n/i18n.ts';

interface DialogButtonsProps {
  /** What going on is called. */
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly isRunning?: boolean;
  /** Going on takes something away. */
  readonly isDestructive?: boolean;
  /** Without it the button submits the form that the dialog holds. */
  readonly onGo?: () => Promise<void> | void;
  readonly onCancel: () => void;
  /** Stands before the buttons. */
  readonly status?: ReactNode;
}

/** Leaving and going on, at the foot of a dialog. */
export function DialogButtons({ label, isDisabled = false, isRunning, isDestructive = false, onGo, onCancel, status }: DialogButtonsProps) {
  const translate = useTranslate();
  return (
    <DialogActions>
      {status !== undefined && <Box sx={{ mr: 'auto', pl: 1, display: 'flex', alignItems: 'center', gap: 1 }}>{status}</Box>}
      <Button color="inherit" onClick={onCancel}>
        {translate('ui.cancel')}
      </Button>
      <Button
        variant="contained"
        color={isDestructive ? 'error' : 'primary'}
        disabled={isDisabled}
        {...(isRunning === undefined ? {} : { loading: isRunning })}
        {...(onGo === undefined ? { type: 'submit' as const } : { onClick: () => void onGo() })}
      >
        {label}
      </Button>
    </DialogActions>
  );
}
