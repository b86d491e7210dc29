import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useMemo } from 'react';
import type { InputOf } from '#shared/ipc/registry.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { PdfPreview } from '../../../ui/pdf-preview.tsx';

interface ReportDialogProps {
  readonly wanted: InputOf<'reviews.report'>;
  readonly onClose: () => void;
}

/** A report that was kept, as it was kept: its bytes are held against its hash before they are shown. */
export function ReportDialog({ wanted, onClose }: ReportDialogProps) {
  const translate = useTranslate();
  const titleId = useId();
  const report = useOperation('reviews.report', wanted);
  const base64 = report.data?.base64;
  const bytes = useMemo(() => (base64 === undefined ? null : Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))), [base64]);
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby={titleId}>
      <DialogTitle id={titleId} sx={{ overflowWrap: 'anywhere' }}>
        {report.data?.title ?? translate('reviews.report.title')}
      </DialogTitle>
      <DialogContent dividers>
        {bytes === null ? report.error === null ? <LoadingState /> : <ErrorMessage error={report.error} onRetry={report.refetch} /> : <PdfPreview bytes={bytes} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ui.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
