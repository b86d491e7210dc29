import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { z } from 'zod';
import { noticeKinds, type Contract, type ContractNotice } from '#shared/features/contracts/model.ts';
import { arrivalOf, isOfTerm, noticeDayError } from '#shared/features/contracts/notices.ts';
import type { RenewalType } from '#shared/features/contracts/record.ts';
import { termPlan } from '#shared/features/terms/rules.ts';
import { isDay } from '#shared/kernel/day.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { useCommand } from '../../../../ipc/use-command.ts';
import type { KeptForm } from '../../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../../keeping/restore-typed.ts';
import { DialogButtons } from '../../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../../ui/error-message.tsx';
import { focusWrongField } from '../../../../ui/focus-wrong-field.ts';
import { useToast } from '../../../../ui/use-toast.ts';
import { DateField } from '../../../../ui/date-field.tsx';
import { PlainTextField } from '../../../../ui/plain-text-field.tsx';
import { sendingMethods, useMethodLabel } from './notice-methods.ts';
import type { ContractTerm } from './use-term-plan.ts';

/** A notice as it is being entered. */
export interface NoticeTyped {
  readonly kind: ContractNotice['kind'];
  readonly sentOn: string;
  readonly receivedOn: string;
  readonly method: string;
  readonly trackingNumber: string;
}

/** What is kept of it, and may come back. */
export const noticeFields: FieldsOf<NoticeTyped> = { kind: z.enum(noticeKinds), sentOn: z.string(), receivedOn: z.string(), method: z.string(), trackingNumber: z.string() };

/** The notice that is corrected, or one that a person most likely records now. */
export function freshNotice(contract: Contract, term: ContractTerm, notice: ContractNotice | null): NoticeTyped {
  return {
    kind: notice?.kind ?? usualKind(term),
    sentOn: notice?.sentOn ?? term.today,
    receivedOn: notice?.receivedOn ?? '',
    method: notice?.method ?? contract.record.details.noticeMethod,
    trackingNumber: notice?.trackingNumber ?? '',
  };
}

interface NoticeFormProps {
  readonly contract: Contract;
  readonly term: ContractTerm;
  readonly notice: ContractNotice | null;
  readonly titleId: string;
  readonly kept: KeptForm<NoticeTyped>;
}

/** Mounted with its dialog. */
export function NoticeForm({ contract, term, notice, titleId, kept }: NoticeFormProps) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const adding = useCommand('contracts.addNotice');
  const changing = useCommand('contracts.changeNotice');
  const { today, facts, calendar } = term;
  const { kind, sentOn, receivedOn, method, trackingNumber } = kept.typed;
  const methodLabel = useMethodLabel();
  // A way of sending that came with an import is kept.
  const methods = sendingMethods.some((each) => each === method) ? sendingMethods : [...sendingMethods, method];
  const received = isDay(receivedOn) ? receivedOn : null;
  const wrong = isDay(sentOn) ? noticeDayError({ sentOn, receivedOn: received }, today) : null;
  const isSentKnown = isDay(sentOn) && wrong !== 'SENT_IN_FUTURE';
  const isReceivedRight = (receivedOn === '' || received !== null) && wrong !== 'RECEIVED_WRONG';
  // It is about the term in which it was sent, and counts if it arrives by that term's deadline.
  const plan = termPlan(facts, calendar, isDay(sentOn) ? sentOn : today);
  const arrivesOn = isDay(sentOn) ? arrivalOf({ sentOn, method, receivedOn: received }) : null;
  const isLate = plan.deadline !== null && arrivesOn !== null && arrivesOn > plan.deadline;

  async function submit(): Promise<void> {
    if (!isSentKnown || !isReceivedRight) return;
    const { id } = contract.summary;
    const entry = { ...{ kind, sentOn, method, trackingNumber: trackingNumber.trim() }, termIndex: isOfTerm(kind) ? plan.index : null, receivedOn: received };
    const reply = notice === null ? await adding.run({ id, notice: entry }) : await changing.run({ id, noticeId: notice.id, notice: entry });
    if (!reply.ok) return;
    toast.success(translate(notice === null ? 'contracts.term.notice.added' : 'contracts.term.notice.changed'));
    kept.close();
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!focusWrongField(event.currentTarget)) void submit();
      }}
    >
      <DialogTitle id={titleId}>{translate(notice === null ? 'contracts.term.notice.title' : 'contracts.term.notice.changeTitle')}</DialogTitle>
      <DialogContent>
        <Box sx={{ display: 'grid', gap: 2, pt: 1, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
          <Box sx={{ gridColumn: '1 / -1', '&:empty': { display: 'none' } }}>{kept.notice}</Box>
          <TextField
            select
            autoFocus
            label={translate('contracts.term.notice.kindLabel')}
            value={kind}
            onChange={(event) => kept.change({ kind: noticeKinds.find((each) => each === event.target.value) ?? 'other' })}
          >
            {noticeKinds.filter((each) => fits(each, facts.renewalType) || each === notice?.kind).map((each) => (
              <MenuItem key={each} value={each}>
                {translate(`contracts.term.notice.kind.${each}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField select label={translate('contracts.term.notice.methodLabel')} value={method} onChange={(event) => kept.change({ method: event.target.value })}>
            {methods.map((each) => (
              <MenuItem key={each} value={each}>
                {methodLabel(each)}
              </MenuItem>
            ))}
          </TextField>
          <DateField id="notice-sent" label={translate('contracts.term.notice.sentOn')} value={sentOn} onChange={(day) => kept.change({ sentOn: day })} problem={isSentKnown ? null : translate('contracts.term.notice.sentWrong')} />
          <DateField id="notice-received" label={translate('contracts.term.notice.receivedOn')} value={receivedOn} onChange={(day) => kept.change({ receivedOn: day })} problem={isReceivedRight ? null : translate('contracts.term.notice.receivedWrong')} hint={translate('contracts.term.notice.receivedHint')} />
          <PlainTextField
            label={translate('contracts.term.notice.tracking')}
            value={trackingNumber}
            onChange={(event) => kept.change({ trackingNumber: event.target.value })}
            slotProps={{ htmlInput: { maxLength: 80 } }}
            sx={{ gridColumn: '1 / -1' }}
          />
          {isOfTerm(kind) && plan.term !== null && arrivesOn !== null && (
            <Alert severity={isLate ? 'warning' : 'info'} sx={{ gridColumn: '1 / -1' }}>
              {received === null && <div>{translate('contracts.term.notice.arrives', { day: format.date(arrivesOn) })}</div>}
              {isLate && plan.deadline !== null
                ? translate(kind === 'exercise' ? 'contracts.term.notice.lateExercise' : 'contracts.term.notice.late', { deadline: format.date(plan.deadline) })
                : translate(kind === 'exercise' ? 'contracts.term.notice.effectExercise' : 'contracts.term.notice.effect', { day: format.date(plan.term.end) })}
            </Alert>
          )}
          <Box sx={{ gridColumn: '1 / -1', '&:empty': { display: 'none' } }}>
            <ErrorMessage error={adding.error ?? changing.error} />
          </Box>
        </Box>
      </DialogContent>
      <DialogButtons label={translate(notice === null ? 'contracts.term.notice.submit' : 'contracts.term.notice.save')} isDisabled={adding.isRunning || changing.isRunning || !isSentKnown || !isReceivedRight} onCancel={kept.close} status={kept.status} />
    </form>
  );
}

/** What a person most likely tells the other side now. */
function usualKind({ facts, plan }: ContractTerm): ContractNotice['kind'] {
  if (plan.window === 'none' || plan.window === 'given') return 'other';
  return facts.renewalType === 'option' ? 'exercise' : 'non_renewal';
}

function fits(kind: ContractNotice['kind'], renewalType: RenewalType): boolean {
  return kind === 'exercise' ? renewalType === 'option' : kind !== 'non_renewal' || renewalType !== 'option';
}
