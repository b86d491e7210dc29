import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useMemo, useState } from 'react';
import { documentCss } from '#shared/features/documents/document-css.ts';
import { renderDocument } from '#shared/features/documents/render.ts';
import { consentText } from '#shared/features/signing/consent.ts';
import { idChecks, type IdCheck } from '#shared/features/signing/envelope-model.ts';
import { isDrawn, type Drawing } from '#shared/features/signing/strokes.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { DocumentPreview } from '../../../ui/document-preview.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { newTaskId } from '../use-export.ts';
import type { ActProps } from './act-button.tsx';
import { LegalNote } from './legal-note.tsx';
import { SignatureCanvas } from './signature-canvas.tsx';

/** The screen that is turned to the one who signs: the text, what they agree to, who they are, and where they write. */
export function DrawingDialog({ envelope, signer, contract, onClose }: ActProps & { readonly onClose: () => void }) {
  const translate = useTranslate();
  const toast = useToast();
  const titleId = useId();
  const sign = useCommand('signing.signByHand');
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [agrees, setAgrees] = useState(false);
  const [idCheck, setIdCheck] = useState<IdCheck | null>(null);
  const [note, setNote] = useState('');
  const { language, number, title } = contract.summary;
  const consent = consentText({ language, number, title, signerName: signer.name, partyName: signer.partyName, contentHash: envelope.contentHash });
  const isReady = agrees && idCheck !== null && drawing !== null && isDrawn(drawing);
  const run = async () => {
    if (!isReady) return;
    const reply = await sign.run({ signerId: signer.id, drawing, idCheck: { ...idCheck, note: note.trim() }, consent, taskId: newTaskId() });
    if (!reply.ok) return;
    toast.success(translate('signing.act.done', { name: signer.name }));
    onClose();
  };
  return (
    <Dialog open fullScreen onClose={sign.isRunning ? undefined : onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('signing.drawing.title', { name: signer.name, title })}</DialogTitle>
      <DialogContent>
        <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(420px, 1fr)' }, height: { md: '100%' } }}>
          <Paper variant="outlined" tabIndex={0} sx={{ overflow: 'auto', minHeight: 200, maxHeight: { xs: 320, md: '100%' }, p: 2 }}>
            <ContractWords contract={contract} />
          </Paper>
          <Stack spacing={2} sx={{ overflow: { md: 'auto' }, pr: 0.5, pt: 1 }}>
            <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
              <TextField
                select
                required
                size="small"
                label={translate('signing.drawing.idCheck')}
                value={idCheck?.kind ?? ''}
                onChange={(event) => setIdCheck({ kind: idChecks.find((kind) => kind === event.target.value) ?? 'id_card', note: '' })}
                sx={{ minWidth: 220 }}
              >
                {idChecks.map((kind) => (
                  <MenuItem key={kind} value={kind}>
                    {translate(`signing.idCheck.${kind}`)}
                  </MenuItem>
                ))}
              </TextField>
              <TextField size="small" fullWidth label={translate('signing.drawing.idNote')} value={note} onChange={(event) => setNote(event.target.value)} slotProps={{ htmlInput: { maxLength: 200 } }} />
            </Stack>
            <Typography sx={{ whiteSpace: 'pre-line' }}>{consent}</Typography>
            <FormControlLabel control={<Checkbox checked={agrees} onChange={(_, checked) => setAgrees(checked)} />} label={translate('signing.drawing.agree', { name: signer.name })} />
            <SignatureCanvas label={translate('signing.drawing.canvas', { name: signer.name })} onChange={setDrawing} />
            {sign.error !== null && <ErrorMessage error={sign.error} operation="signing.signByHand" />}
            <LegalNote method="drawn" />
          </Stack>
        </Box>
      </DialogContent>
      <DialogActions sx={{ px: 3, py: 2 }}>
        <Button color="inherit" size="large" onClick={onClose} disabled={sign.isRunning}>
          {translate('ui.cancel')}
        </Button>
        <Button variant="contained" size="large" loading={sign.isRunning} disabled={!isReady} onClick={() => void run()}>
          {translate('signing.drawing.submit')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

const css = documentCss('.contract');

function ContractWords({ contract }: { readonly contract: ActProps['contract'] }) {
  const translate = useTranslate();
  const { body, values, summary, withheldKeys } = contract;
  const html = useMemo(() => (isWithheld(body) || body === null || isWithheld(values) ? '' : renderDocument({ ...body, language: summary.language, values, withheldKeys, number: summary.number, mode: 'preview' })), [body, values, summary, withheldKeys]);
  return <DocumentPreview html={html} css={css} label={translate('signing.drawing.text')} language={summary.language === 'en' ? 'en' : 'zh-CN'} />;
}
