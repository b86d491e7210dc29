import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { useTranslate } from '../i18n/i18n.ts';
import { useConfirmStore } from './confirm-store.ts';

/** The one place where `useConfirm` puts its question. */
export function ConfirmDialog() {
  const translate = useTranslate();
  const { request, settle } = useConfirmStore();
  // Keeps the words while the dialog fades out.
  const [shown, setShown] = useState(request);
  if (request !== null && request !== shown) setShown(request);
  if (shown === null) return null;
  const isDestructive = shown.destructive === true;
  return (
    <Dialog
      open={request !== null}
      onClose={() => settle(false)}
      maxWidth="xs"
      fullWidth
      role="alertdialog"
      aria-labelledby="confirm-title"
      aria-describedby="confirm-body"
    >
      <DialogTitle id="confirm-title">{shown.title}</DialogTitle>
      <DialogContent>
        <DialogContentText id="confirm-body" sx={{ whiteSpace: 'pre-line' }}>
          {shown.body}
        </DialogContentText>
        {shown.notice !== undefined && <Stack spacing={1.5} sx={{ mt: 2, '&:empty': { display: 'none' } }}>{shown.notice}</Stack>}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" autoFocus={isDestructive} onClick={() => settle(false)}>
          {shown.cancelLabel ?? translate('ui.cancel')}
        </Button>
        <Button
          variant="contained"
          color={isDestructive ? 'error' : 'primary'}
          autoFocus={!isDestructive}
          onClick={() => settle(true)}
        >
          {shown.confirmLabel}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
