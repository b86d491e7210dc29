import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { KeptDialogOf } from '#shared/features/contracts/kept-dialogs.ts';
import { useTranslate } from '../i18n/i18n.ts';
import { useOperation } from '../ipc/use-query.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorMessage } from '../ui/error-message.tsx';
import { LoadingState } from '../ui/loading-state.tsx';
import { typedWords } from './typed-words.ts';

interface TypedDialogProps {
  readonly of: KeptDialogOf;
  /** What the form is called. */
  readonly name: string;
  readonly onClose: () => void;
}

/** The words of a form that can't be gone on with, to be read and copied. */
export function TypedDialog({ of, name, onClose }: TypedDialogProps) {
  const translate = useTranslate();
  const titleId = useId();
  const kept = useOperation('contracts.keptDialog', { of });
  const words = kept.data === undefined ? null : typedWords(of.dialog, kept.data?.form.entries ?? {});
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{name}</DialogTitle>
      <DialogContent dividers>
        {words === null && (kept.error === null ? <LoadingState /> : <ErrorMessage error={kept.error} onRetry={kept.refetch} />)}
        {words?.length === 0 && <Typography color="textSecondary">{translate('contracts.unfinished.nothingTyped')}</Typography>}
        <Stack spacing={2}>
          {words?.map(({ label, text }, index) => (
            <div key={index}>
              <Typography variant="caption" component="h3" color="textSecondary">
                {translate(label)}
              </Typography>
              <Typography variant="body2" sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', userSelect: 'text' }}>
                {text}
              </Typography>
            </div>
          ))}
        </Stack>
      </DialogContent>
      <DialogActions>
        {words !== null && words.length > 0 && <CopyButton labelled label={translate('contracts.unfinished.copyTyped')} text={words.map(({ label, text }) => `${translate(label)}\n${text}`).join('\n\n')} />}
        <Button onClick={onClose}>{translate('ui.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
