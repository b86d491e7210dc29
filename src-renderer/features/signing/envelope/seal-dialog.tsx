import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Link from '@mui/material/Link';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { SealId } from '#shared/features/signing/envelope-model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { newTaskId } from '../use-export.ts';
import type { ActProps } from './act-button.tsx';
import { LegalNote } from './legal-note.tsx';
import { SealPicture } from './seal-picture.tsx';

/** Puts one of the company's seals on the contract. */
export function SealDialog({ signer, contract, onClose }: ActProps & { readonly onClose: () => void }) {
  const translate = useTranslate();
  const toast = useToast();
  const titleId = useId();
  const seals = useOperation('signing.seals', undefined);
  const stamp = useCommand('signing.stampSeal');
  const usable = (seals.data ?? []).filter(({ retiredAt }) => retiredAt === null);
  const [chosen, setChosen] = useState<SealId | null>(null);
  const sealId = chosen ?? usable[0]?.id ?? null;
  const run = async () => {
    if (sealId === null) return;
    const reply = await stamp.run({ signerId: signer.id, sealId, taskId: newTaskId() });
    if (!reply.ok) return;
    toast.success(translate('signing.act.done', { name: signer.name }));
    onClose();
  };
  return (
    <Dialog open onClose={stamp.isRunning ? undefined : onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('signing.act.seal', { name: signer.name })}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          <Typography>{translate('signing.seal.on', { number: contract.summary.number, title: contract.summary.title })}</Typography>
          {seals.data !== undefined && usable.length === 0 && (
            <Typography>
              {translate('signing.seal.none')}{' '}
              <Link component={RouterLink} to="/signing?tab=seals">
                {translate('signing.seal.manage')}
              </Link>
            </Typography>
          )}
          {sealId !== null && (
            <TextField select label={translate('signing.seal.which')} value={sealId} onChange={(event) => setChosen(usable.find(({ id }) => id === event.target.value)?.id ?? null)}>
              {usable.map(({ id, name, kind }) => (
                <MenuItem key={id} value={id}>
                  {translate('signing.seal.nameAndKind', { name, kind: translate(`signing.seal.kind.${kind}`) })}
                </MenuItem>
              ))}
            </TextField>
          )}
          {sealId !== null && <SealPicture id={sealId} />}
          <LegalNote method="seal" />
          {stamp.error !== null && <ErrorMessage error={stamp.error} operation="signing.stampSeal" />}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose} disabled={stamp.isRunning}>
          {translate('ui.cancel')}
        </Button>
        <Button variant="contained" loading={stamp.isRunning} disabled={sealId === null} onClick={() => void run()}>
          {translate('signing.seal.submit')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
