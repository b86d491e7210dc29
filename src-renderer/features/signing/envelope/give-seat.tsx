import SwapIcon from '@mui/icons-material/SwapHorizOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { Envelope, PossibleSigner, Signer } from '#shared/features/signing/envelope-model.ts';
import { isOwnSeat } from '#shared/features/signing/envelope-rules.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';
import { useToast } from '../../../ui/use-toast.ts';

/** Has a colleague sign in a place of ours that waits; says when its person can't sign any more. */
export function GiveSeat({ envelope }: { readonly envelope: Envelope }) {
  const translate = useTranslate();
  const format = useFormat();
  const maySign = usePermission('signing.sign');
  const able = useOperation('signing.possibleSigners', undefined);
  const [isOpen, setOpen] = useState(false);
  const seats = envelope.signers.filter((signer) => isOwnSeat(signer) && signer.state === 'waiting');
  if (!maySign || able.data === undefined || seats.length === 0) return null;
  const absent = seats.filter(({ userId }) => !able.data?.some(({ id }) => id === userId));
  const button = (
    <Button size="small" color="inherit" startIcon={<SwapIcon />} onClick={() => setOpen(true)} sx={{ alignSelf: 'flex-start' }}>
      {translate('signing.seat.give')}
    </Button>
  );
  return (
    <>
      {absent.length === 0 ? (
        button
      ) : (
        <Alert severity="warning">
          <Stack spacing={1}>
            <span>{translate('signing.seat.absent', { names: format.list(absent.map(({ name }) => name)) })}</span>
            {button}
          </Stack>
        </Alert>
      )}
      {isOpen && <GiveSeatDialog seats={[...absent, ...seats.filter((seat) => !absent.includes(seat))]} people={able.data} isPrinted={envelope.pdfSha256 !== null} onClose={() => setOpen(false)} />}
    </>
  );
}

interface GiveSeatDialogProps {
  /** Those whose person can't sign come first. */
  readonly seats: readonly Signer[];
  readonly people: readonly PossibleSigner[];
  /** The file has been made, with the names as they were. */
  readonly isPrinted: boolean;
  readonly onClose: () => void;
}

function GiveSeatDialog({ seats, people, isPrinted, onClose }: GiveSeatDialogProps) {
  const translate = useTranslate();
  const toast = useToast();
  const titleId = useId();
  const give = useCommand('signing.giveSeat');
  const [seatId, setSeatId] = useState(seats[0]?.id);
  const [userId, setUserId] = useState('');
  const [title, setTitle] = useState('');
  const seat = seats.find(({ id }) => id === seatId);
  const others = people.filter(({ id }) => id !== seat?.userId);
  const chosen = others.find(({ id }) => id === userId);
  const run = async () => {
    if (seat === undefined || chosen === undefined) return;
    const reply = await give.run({ signerId: seat.id, userId: chosen.id, title: title.trim() });
    if (!reply.ok) return;
    toast.success(translate('signing.seat.given', { name: chosen.name }));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('signing.seat.title')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <Typography color="textSecondary">{translate('signing.seat.lead')}</Typography>
          {isPrinted && <Alert severity="info">{translate('signing.seat.printed')}</Alert>}
          <TextField select label={translate('signing.seat.instead')} value={seatId ?? ''} onChange={(event) => setSeatId(seats.find(({ id }) => id === event.target.value)?.id)}>
            {seats.map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </TextField>
          <TextField select required label={translate('signing.start.member')} value={chosen?.id ?? ''} disabled={others.length === 0} helperText={others.length === 0 ? translate('signing.seat.nobody') : undefined} onChange={(event) => setUserId(String(event.target.value))}>
            {others.map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </TextField>
          <PlainTextField label={translate('signing.start.office')} value={title} onChange={(event) => setTitle(event.target.value)} slotProps={{ htmlInput: { maxLength: 80 } }} />
          {give.error !== null && <ErrorMessage error={give.error} operation="signing.giveSeat" />}
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('signing.seat.submit')} isDisabled={chosen === undefined} isRunning={give.isRunning} onGo={run} onCancel={onClose} />
    </Dialog>
  );
}
