import FolderIcon from '@mui/icons-material/FolderOpenOutlined';
import VerifyIcon from '@mui/icons-material/VerifiedUserOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ExportReceipt } from '#shared/features/signing/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { monospaced } from '../../../theme/theme.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';

interface ExportReceiptCardProps {
  readonly contractId: ContractId;
  readonly receipt: ExportReceipt;
}

/** What was written and where, and what to do with it. */
export function ExportReceiptCard({ contractId, receipt }: ExportReceiptCardProps) {
  const translate = useTranslate();
  const format = useFormat();
  const show = useCommand('signing.showExport');
  const size = { size: format.bytes(receipt.byteLength), pages: receipt.pageCount };
  return (
    <Stack spacing={2}>
      <Alert severity="success">{translate('signing.export.done')}</Alert>
      <DefinitionList
        items={[
          { label: translate('signing.export.fileName'), value: receipt.fileName },
          { label: translate('signing.export.folder'), value: receipt.folder },
          { label: translate('signing.export.size'), value: translate('signing.export.sizeValue', size) },
          { label: translate('signing.export.signedAt'), value: format.dateTime(receipt.signedAt) },
          {
            label: translate('signing.export.sha256'),
            value: (
              <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
                <Box component="span" sx={{ fontFamily: monospaced, overflowWrap: 'anywhere' }}>
                  {receipt.pdfSha256}
                </Box>
                <CopyButton text={receipt.pdfSha256} label={translate('signing.export.copySha')} />
              </Box>
            ),
          },
        ]}
      />
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        <Button variant="contained" startIcon={<FolderIcon />} onClick={() => void show.run({ contractId })}>
          {translate('signing.export.show')}
        </Button>
        <Button component={RouterLink} to="/verify" startIcon={<VerifyIcon />}>
          {translate('signing.export.verify')}
        </Button>
      </Stack>
      <Typography variant="body2" color="textSecondary">
        {translate('signing.export.next')}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {translate('signing.export.verifyHint')}
      </Typography>
      {show.error !== null && <ErrorMessage error={show.error} />}
    </Stack>
  );
}
