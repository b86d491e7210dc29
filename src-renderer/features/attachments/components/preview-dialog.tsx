import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { AttachmentPreview, ContractAttachment } from '#shared/features/attachments/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { PdfPreview } from '../../../ui/pdf-preview.tsx';
import { useSaveAs } from '../use-save-as.ts';

/** What is in a file, without saving it anywhere. */
export function PreviewDialog({ file, onClose }: { readonly file: ContractAttachment; readonly onClose: () => void }) {
  const translate = useTranslate();
  const titleId = useId();
  const saveAs = useSaveAs(file);
  const preview = useOperation('attachments.preview', { id: file.id });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby={titleId}>
      <DialogTitle id={titleId} sx={{ overflowWrap: 'anywhere' }}>
        {file.name}
      </DialogTitle>
      <DialogContent dividers>
        {preview.data === undefined && (preview.error === null ? <LoadingState /> : <ErrorMessage error={preview.error} />)}
        {preview.data !== undefined && <Content preview={preview.data} name={file.name} />}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={() => void saveAs()}>
          {translate('attachments.saveAs')}
        </Button>
        <Button onClick={onClose}>{translate('attachments.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

function Content({ preview, name }: { readonly preview: AttachmentPreview; readonly name: string }) {
  const translate = useTranslate();
  if (preview.kind === 'pdf') return <PdfPreview bytes={preview.bytes} />;
  if (preview.kind === 'image') return <Picture bytes={preview.bytes} type={preview.type} name={name} />;
  if (preview.kind === 'none') return <Typography>{translate('attachments.noPreview')}</Typography>;
  return (
    <>
      <Typography component="div" variant="body2" data-preview-text sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {preview.text}
      </Typography>
      {preview.isCut && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 2 }}>
          {translate('attachments.cut')}
        </Typography>
      )}
    </>
  );
}

function Picture({ bytes, type, name }: { readonly bytes: Uint8Array; readonly type: string; readonly name: string }) {
  const show = (image: HTMLImageElement | null) => {
    if (image === null) return undefined;
    const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
    image.src = url;
    return () => URL.revokeObjectURL(url);
  };
  return <Box component="img" ref={show} alt={name} sx={{ display: 'block', maxWidth: '100%', mx: 'auto' }} />;
}
