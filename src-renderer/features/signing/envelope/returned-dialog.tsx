import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId, useState, type ReactNode } from 'react';
import type { ReturnedReport } from '#shared/features/signing/envelope-model.ts';
import { isLastWithInk, usualInkDay } from '#shared/features/signing/envelope-rules.ts';
import type { PickId } from '#shared/features/vault/model.ts';
import { isDay, type Day } from '#shared/kernel/day.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';
import { usePresentDay } from '../../../ui/present-day.ts';
import { useToast } from '../../../ui/use-toast.ts';
import { newTaskId } from '../use-export.ts';
import type { ActProps } from './act-button.tsx';
import { LegalNote } from './legal-note.tsx';
import { ReturnedFindings } from './returned-findings.tsx';

/** Paper, or the other side's program: the PDF goes out, comes back signed, is looked at, and is taken or not. */
export function ReturnedDialog({ envelope, signer, contract, onClose }: ActProps & { readonly onClose: () => void }) {
  const translate = useTranslate();
  const toast = useToast();
  const titleId = useId();
  const out = useCommand('signing.handOut');
  const pick = useCommand('signing.pickReturned');
  const check = useCheck();
  const accept = useCommand('signing.acceptReturned');
  const [pickId, setPickId] = useState<PickId | null>(null);
  const [reason, setReason] = useState('');
  const isInk = signer.method === 'wet_ink';
  const isTakeable = check.report !== null && check.report.lostSignatures.length === 0;
  const day = useInkDay(isInk && isLastWithInk(envelope.signers), contract.summary.signedOn);
  const handOut = async () => {
    const reply = await out.run({ signerId: signer.id, taskId: newTaskId() });
    if (reply.ok && reply.value !== null) toast.success(translate('signing.returned.handedOut', { file: reply.value.fileName }));
  };
  const take = async () => {
    const reply = await pick.run(undefined);
    if (!reply.ok || reply.value === null) return;
    setPickId(reply.value.pickId);
    setReason('');
    await check.run({ signerId: signer.id, pickId: reply.value.pickId });
  };
  const run = async () => {
    if (pickId === null) return;
    // What was typed for another file says nothing about this one.
    const said = check.report?.needsReason === true ? reason.trim() : '';
    const reply = await accept.run({ signerId: signer.id, pickId, reason: said, signedOn: day.signedOn, taskId: newTaskId() });
    if (!reply.ok) return;
    toast.success(translate('signing.act.done', { name: signer.name }));
    onClose();
  };
  return (
    <Dialog open onClose={accept.isRunning ? undefined : onClose} fullWidth maxWidth="md" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate(`signing.act.${signer.method}`, { name: signer.name })}</DialogTitle>
      <DialogContent>
        <Stack spacing={2.5}>
          <Step number={1} text={translate(isInk ? 'signing.returned.printHint' : 'signing.returned.sendHint')}>
            <Button variant="outlined" loading={out.isRunning} onClick={() => void handOut()}>
              {translate(isInk ? 'signing.returned.print' : 'signing.returned.send')}
            </Button>
          </Step>
          <Step number={2} text={translate(isInk ? 'signing.returned.scanHint' : 'signing.returned.backHint')}>
            <Button variant="outlined" loading={check.isRunning} onClick={() => void take()}>
              {translate(check.report === null ? 'signing.returned.pick' : 'signing.import.pickAgain')}
            </Button>
          </Step>
          {check.isRunning && <LoadingState />}
          {check.report !== null && <ReturnedFindings report={check.report} isInk={isInk} />}
          {isTakeable && check.report?.needsReason === true && (
            <PlainTextField required multiline minRows={2} label={translate('signing.returned.reason')} helperText={translate('signing.returned.reasonHint')} value={reason} onChange={(event) => setReason(event.target.value)} slotProps={{ htmlInput: { maxLength: 500 } }} />
          )}
          {isTakeable && day.field}
          <LegalNote method={signer.method} />
          {out.error !== null && <ErrorMessage error={out.error} operation="signing.handOut" />}
          {check.error}
          {accept.error !== null && <ErrorMessage error={accept.error} operation="signing.acceptReturned" />}
          {accept.error?.code === 'NO_IDENTITY' && <Alert severity="info">{translate('signing.certificate.none')}</Alert>}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose} disabled={accept.isRunning}>
          {translate('ui.cancel')}
        </Button>
        <Button variant="contained" loading={accept.isRunning} disabled={!isTakeable || !day.isReady || (check.report?.needsReason === true && reason.trim() === '')} onClick={() => void run()}>
          {translate('signing.returned.accept')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function useCheck() {
  const check = useCommand('signing.checkReturned');
  const [report, setReport] = useState<ReturnedReport | null>(null);
  return {
    report,
    isRunning: check.isRunning,
    error: check.error === null ? null : <ErrorMessage error={check.error} operation="signing.checkReturned" />,
    run: async (input: Parameters<typeof check.run>[0]) => {
      setReport(null);
      const reply = await check.run(input);
      if (reply.ok) setReport(reply.value);
    },
  };
}

/** The day on which the paper was signed, asked where the ink ends the signing; else that is the day of the last act. */
function useInkDay(isAsked: boolean, recorded: Day | null) {
  const translate = useTranslate();
  const id = useId();
  const today = usePresentDay();
  const [typed, setTyped] = useState<string>(() => usualInkDay(recorded, today));
  if (!isAsked) return { isReady: true, signedOn: null, field: null };
  const isAhead = isDay(typed) && typed > today;
  return {
    isReady: isDay(typed) && !isAhead,
    signedOn: isDay(typed) ? typed : null,
    field: <DateField id={id} label={translate('signing.returned.signedOn')} value={typed} onChange={setTyped} required problem={isAhead ? translate('signing.returned.signedAhead') : null} hint={translate('signing.returned.signedOnHint')} />,
  };
}

function Step({ number, text, children }: { readonly number: number; readonly text: string; readonly children: ReactNode }) {
  return (
    <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
      <Typography variant="h2" component="span" color="textSecondary">
        {number}
      </Typography>
      <Typography sx={{ flex: 1 }}>{text}</Typography>
      {children}
    </Stack>
  );
}
