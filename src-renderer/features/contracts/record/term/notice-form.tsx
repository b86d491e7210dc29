import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { noticeKinds, type Contract, type ContractNotice } from '#shared/features/contracts/model.ts';
import { isDay } from '#shared/kernel/day.ts';
import { isPlain } from '#shared/kernel/plain-text.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { useCommand } from '../../../../ipc/use-command.ts';
import { DialogButtons } from '../../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../../ui/error-message.tsx';
import { usePlainField } from '../../../../ui/use-plain-field.ts';
import { useToast } from '../../../../ui/use-toast.ts';
import { DateField } from '../../../../ui/date-field.tsx';
import { sendingMethods } from './notice-methods.ts';
import type { ContractTerm } from './use-term-plan.ts';

interface NoticeFormProps {
  readonly contract: Contract;
  readonly term: ContractTerm;
  readonly titleId: string;
  readonly onClose: () => void;
}

/** Mounted with its dialog, so that each notice starts afresh. */
export function NoticeForm({ contract, term, titleId, onClose }: NoticeFormProps) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const plain = usePlainField();
  const adding = useCommand('contracts.addNotice');
  const { plan, today } = term;
  const mayOptOut = term.facts.renewalType === 'auto' && plan.window !== 'none' && plan.window !== 'given';
  const [kind, setKind] = useState<ContractNotice['kind']>(mayOptOut ? 'non_renewal' : 'other');
  const [sentOn, setSentOn] = useState<string>(today);
  const [receivedOn, setReceivedOn] = useState('');
  const [method, setMethod] = useState<string>(contract.record.details.noticeMethod);
  const [trackingNumber, setTrackingNumber] = useState('');
  const isSentKnown = isDay(sentOn) && sentOn <= today;
  const isReceivedRight = receivedOn === '' || (isDay(receivedOn) && receivedOn >= sentOn && receivedOn <= today);
  const isNonRenewal = kind === 'non_renewal';
  // What counts is the arrival; one that came too late ends nothing, so the contract goes on renewing.
  const arrived = receivedOn === '' ? sentOn : receivedOn;
  const isLate = isNonRenewal && plan.deadline !== null && isDay(arrived) && arrived > plan.deadline;

  async function submit(): Promise<void> {
    if (!isSentKnown || !isReceivedRight) return;
    const notice = {
      ...{ kind, sentOn, method, trackingNumber: trackingNumber.trim() },
      termIndex: isNonRenewal && !isLate ? plan.index : null,
      receivedOn: isDay(receivedOn) ? receivedOn : null,
    };
    const reply = await adding.run({ id: contract.summary.id, notice });
    if (!reply.ok) return;
    toast.success(translate('contracts.term.notice.added'));
    onClose();
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <DialogTitle id={titleId}>{translate('contracts.term.notice.title')}</DialogTitle>
      <DialogContent>
        <Box sx={{ display: 'grid', gap: 2, pt: 1, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
          <TextField
            select
            autoFocus
            label={translate('contracts.term.notice.kindLabel')}
            value={kind}
            onChange={(event) => setKind(noticeKinds.find((each) => each === event.target.value) ?? 'other')}
          >
            {noticeKinds.map((each) => (
              <MenuItem key={each} value={each}>
                {translate(`contracts.term.notice.kind.${each}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField select label={translate('contracts.term.notice.methodLabel')} value={method} onChange={(event) => setMethod(event.target.value)}>
            {sendingMethods.map((each) => (
              <MenuItem key={each} value={each}>
                {translate(`contracts.term.notice.method.${each}`)}
              </MenuItem>
            ))}
          </TextField>
          <DateField id="notice-sent" label={translate('contracts.term.notice.sentOn')} value={sentOn} onChange={setSentOn} problem={isSentKnown ? null : translate('contracts.term.notice.sentWrong')} />
          <DateField id="notice-received" label={translate('contracts.term.notice.receivedOn')} value={receivedOn} onChange={setReceivedOn} problem={isReceivedRight ? null : translate('contracts.term.notice.receivedWrong')} hint={translate('contracts.term.notice.receivedHint')} />
          <TextField
            label={translate('contracts.term.notice.tracking')}
            value={trackingNumber}
            {...plain(trackingNumber)}
            onChange={(event) => setTrackingNumber(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 80 } }}
            sx={{ gridColumn: '1 / -1' }}
          />
          {isNonRenewal && plan.term !== null && (
            <Alert severity={isLate ? 'warning' : 'info'} sx={{ gridColumn: '1 / -1' }}>
              {isLate && plan.deadline !== null
                ? translate('contracts.term.notice.late', { deadline: format.date(plan.deadline) })
                : translate('contracts.term.notice.effect', { day: format.date(plan.term.end) })}
            </Alert>
          )}
          <Box sx={{ gridColumn: '1 / -1', '&:empty': { display: 'none' } }}>
            <ErrorMessage error={adding.error} />
          </Box>
        </Box>
      </DialogContent>
      <DialogButtons label={translate('contracts.term.notice.submit')} isDisabled={adding.isRunning || !isPlain(trackingNumber) || !isSentKnown || !isReceivedRight} onCancel={onClose} />
    </form>
  );
}
