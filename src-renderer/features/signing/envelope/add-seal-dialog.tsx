import Button from '@mui/material/Button';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { sealDraftSchema, sealKinds } from '#shared/features/signing/envelope-model.ts';
import type { PickId } from '#shared/features/vault/model.ts';
import { typedNumber } from '#shared/kernel/typed-number.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';

/** Takes the picture of a seal into the vault. */
export function AddSealDialog({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const titleId = useId();
  const pick = useCommand('signing.pickSealImage');
  const add = useCommand('signing.addSeal');
  const [file, setFile] = useState<{ readonly pickId: PickId; readonly fileName: string } | null>(null);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<(typeof sealKinds)[number]>('official');
  const [width, setWidth] = useState('42');
  const draft = sealDraftSchema.safeParse({ name, kind, widthMillimetres: typedNumber(width) ?? undefined });
  const choose = async () => {
    const reply = await pick.run(undefined);
    if (reply.ok && reply.value !== null) setFile(reply.value);
  };
  const run = async () => {
    if (file === null || !draft.success) return;
    const reply = await add.run({ pickId: file.pickId, draft: draft.data });
    if (reply.ok) onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <DialogTitle id={titleId}>{translate('signing.seal.add')}</DialogTitle>
        <DialogContent>
          <Stack spacing={2} sx={{ pt: 1 }}>
            <Typography color="textSecondary">{translate('signing.seal.addHint')}</Typography>
            <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
              <Button variant="outlined" onClick={() => void choose()}>
                {translate(file === null ? 'signing.seal.pick' : 'signing.import.pickAgain')}
              </Button>
              {file !== null && <Typography sx={{ overflowWrap: 'anywhere' }}>{file.fileName}</Typography>}
            </Stack>
            <TextField required label={translate('signing.seal.name')} value={name} onChange={(event) => setName(event.target.value)} slotProps={{ htmlInput: { maxLength: 60 } }} />
            <TextField select label={translate('signing.seal.kindLabel')} value={kind} onChange={(event) => setKind(sealKinds.find((one) => one === event.target.value) ?? 'official')}>
              {sealKinds.map((one) => (
                <MenuItem key={one} value={one}>
                  {translate(`signing.seal.kind.${one}`)}
                </MenuItem>
              ))}
            </TextField>
            <TextField label={translate('signing.seal.widthLabel')} value={width} onChange={(event) => setWidth(event.target.value)} error={!draft.success && draft.error.issues.some(({ path }) => path[0] === 'widthMillimetres')} slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 5 } }} />
            {pick.error !== null && <ErrorMessage error={pick.error} />}
            {add.error !== null && <ErrorMessage error={add.error} />}
          </Stack>
        </DialogContent>
        <DialogButtons label={translate('signing.seal.addSubmit')} isDisabled={file === null || !draft.success} isRunning={add.isRunning} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
