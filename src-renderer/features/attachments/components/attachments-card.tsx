import AttachFileIcon from '@mui/icons-material/AttachFile';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ContractAttachment } from '#shared/features/attachments/model.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useAdding } from '../use-adding.ts';
import { AttachmentRow } from './attachment-row.tsx';
import { PreviewDialog } from './preview-dialog.tsx';

/** The files of a contract. Files dropped anywhere on the card are added. */
export function AttachmentsCard({ contractId }: { readonly contractId: ContractId }) {
  const translate = useTranslate();
  const mayWrite = usePermission('contracts.write');
  const files = useOperation('attachments.list', { contractId });
  const { isAdding, failed, dismiss, pick, drop, stop } = useAdding(contractId);
  const [isOver, setOver] = useState(false);
  const [shown, setShown] = useState<ContractAttachment | null>(null);
  if (files.error?.code === 'WITHHELD') return null;
  return (
    <Box
      data-drop-zone
      onDragOver={(event) => {
        if (!mayWrite || !event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (mayWrite) void drop([...event.dataTransfer.files]);
      }}
      sx={{ borderRadius: 1, outline: isOver ? 2 : 0, outlineStyle: 'dashed', outlineColor: 'primary.main' }}
    >
      <SectionCard
        title={translate('attachments.title')}
        actions={
          mayWrite && (
            <Button size="small" startIcon={<AttachFileIcon />} disabled={isAdding} onClick={() => void pick()}>
              {translate('attachments.add')}
            </Button>
          )
        }
      >
        {files.data === undefined && (files.error === null ? <LoadingState /> : <ErrorMessage error={files.error} onRetry={files.refetch} />)}
        <Stack spacing={1.25}>
          {isAdding && (
            <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
              <LinearProgress aria-label={translate('attachments.adding')} sx={{ flex: 1 }} />
              <Button size="small" color="inherit" onClick={stop}>
                {translate('ui.cancel')}
              </Button>
            </Stack>
          )}
          {failed.map((file, index) => (
            <Alert key={index} severity="warning" onClose={() => dismiss(file)} closeText={translate('ui.close')}>
              {translate(`attachments.failed.${file.code}`, { name: file.name })}
            </Alert>
          ))}
          {files.data?.length === 0 && (
            <Typography variant="body2" color="textSecondary">
              {translate(mayWrite ? 'attachments.empty' : 'attachments.none')}
            </Typography>
          )}
          <Stack component="ul" spacing={1.25} sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {files.data?.map((file) => (
              <AttachmentRow key={file.id} file={file} onPreview={() => setShown(file)} />
            ))}
          </Stack>
        </Stack>
      </SectionCard>
      {shown !== null && <PreviewDialog file={shown} onClose={() => setShown(null)} />}
    </Box>
  );
}
