import Alert from '@mui/material/Alert';
import Checkbox from '@mui/material/Checkbox';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { checkCorrection, checkDays, checkMove, needsReason, type LifecycleFacts, type MoveDetails } from '#shared/features/contracts/lifecycle.ts';
import { contractIdSchema, type Contract, type ContractId } from '#shared/features/contracts/model.ts';
import type { Stage } from '#shared/features/contracts/stage.ts';
import { isDay, type Day } from '#shared/kernel/day.ts';
import type { FailureParams } from '#shared/kernel/result.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { useCommand } from '../../../../ipc/use-command.ts';
import type { KeptForm } from '../../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../../keeping/restore-typed.ts';
import { DateField } from '../../../../ui/date-field.tsx';
import { DialogButtons } from '../../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../../ui/error-message.tsx';
import { focusWrongField } from '../../../../ui/focus-wrong-field.ts';
import { PlainTextField } from '../../../../ui/plain-text-field.tsx';
import { useToast } from '../../../../ui/use-toast.ts';
import { useEndingLetter } from '../ending-context.ts';
import { ContractPicker } from '../../components/contract-picker.tsx';

/** What a move asks for, as it is being entered. */
export interface StageTyped {
  readonly successorId: ContractId | '';
  /** Why a recorded termination is corrected. */
  readonly correction: string;
  readonly reason: string;
  readonly basis: string;
  readonly notice: string;
  readonly effectiveOn: string;
  readonly signedOn: string;
  readonly writesLetter: boolean;
}

const text = z.string();

/** What is kept of it, and may come back. */
export const stageFields: FieldsOf<StageTyped> = { successorId: z.union([z.literal(''), contractIdSchema]), correction: text, reason: text, basis: text, notice: text, effectiveOn: text, signedOn: text, writesLetter: z.boolean() };

/** The form as it begins: a correction, with what was recorded. */
export function freshStage({ record, stageEvents }: Contract, today: Day, isCorrection: boolean): StageTyped {
  const { reason = '', basis = '', notice = '', effectiveOn = null } = (isCorrection ? stageEvents.find(({ to }) => to === 'terminated') : undefined) ?? {};
  return { successorId: '', correction: '', reason, basis, notice, effectiveOn: effectiveOn ?? '', signedOn: record.signedOn ?? today, writesLetter: true };
}

interface StageFormProps {
  readonly contract: Contract;
  readonly facts: LifecycleFacts;
  readonly today: Day;
  readonly to: Stage;
  /** Whether it corrects what was recorded of a termination. */
  readonly isCorrection: boolean;
  /** What others say before a move is made. */
  readonly notice: ReactNode;
  readonly titleId: string;
  readonly kept: KeptForm<StageTyped>;
}

/** Mounted with its dialog. */
export function StageForm({ contract, facts, today, to, isCorrection, notice: said, titleId, kept }: StageFormProps) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const changing = useCommand('contracts.changeStage');
  const superseding = useCommand('contracts.supersede');
  const correcting = useCommand('contracts.correctTermination');
  const { successorId, correction, reason, basis, notice, effectiveOn, signedOn, writesLetter } = kept.typed;
  const texts = { correction, reason, basis, notice };
  const details: MoveDetails = {
    ...{ reason, basis, notice },
    effectiveOn: isDay(effectiveOn) ? effectiveOn : null,
    signedOn: to === 'signed' && isDay(signedOn) ? signedOn : null,
  };
  // An emptied day is not the stored one: the person sees what is saved.
  const stated = { ...facts, record: { ...facts.record, ...(to === 'signed' ? { signedOn: null } : {}) }, isSuperseded: successorId !== '' };
  const allowed = isCorrection ? checkCorrection(facts, details, correction, today) : checkMove(stated, to, details, today);
  const sayDay = (day: FailureParams[string] | undefined) => (typeof day === 'string' && isDay(day) ? format.date(day) : '');
  // What is wrong with the day is said at the day; what is still lacking, at the foot.
  const days = checkDays(stated, to, details, today);
  const dayProblem = days.ok ? null : translate(`contracts.lifecycle.refusal.${days.error.code}`, { day: sayDay(days.error.params?.['day']) });
  const isTermination = to === 'terminated';
  const writeEnding = useEndingLetter();

  async function submit(): Promise<void> {
    if (!allowed.ok) return;
    const { id } = contract.summary;
    const { revision } = contract;
    if (isCorrection) {
      if (!(await correcting.run({ id, revision, correction, details })).ok) return;
      toast.success(translate('contracts.lifecycle.corrected'));
      return kept.close();
    }
    const reply = successorId === '' ? await changing.run({ id, revision, to, details }) : await superseding.run({ id, revision, successorId, reason: details.reason });
    if (!reply.ok) return;
    toast.success(translate('contracts.lifecycle.moved', { stage: translate(`contracts.stage.${to}`) }));
    kept.close();
    if (isTermination && writesLetter) writeEnding?.({ kind: 'termination', reason: texts.reason.trim(), basis: texts.basis.trim(), endsOn: details.effectiveOn, deadline: null, termIndex: null });
  }

  const textField = (name: 'correction' | 'reason' | 'basis' | 'notice', isAsked: boolean, isFirst: boolean) => (
    <PlainTextField
      key={name}
      multiline
      minRows={name === 'reason' ? 2 : 1}
      autoFocus={isFirst}
      required={isAsked}
      label={translate(`contracts.lifecycle.field.${name === 'reason' && !isAsked ? 'reasonOptional' : name}`)}
      value={texts[name]}
      helperText={isTermination && name !== 'correction' ? translate(`contracts.lifecycle.hint.${name}`) : undefined}
      onChange={(event) => kept.change({ [name]: event.target.value })}
      slotProps={{ htmlInput: { maxLength: 1000 } }}
    />
  );

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!focusWrongField(event.currentTarget)) void submit();
      }}
    >
      <DialogTitle id={titleId}>{translate(isCorrection ? 'contracts.lifecycle.correct' : `contracts.lifecycle.move.${to}`)}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {kept.notice}
          <Alert severity={!isCorrection && (isTermination || to === 'cancelled') ? 'warning' : 'info'}>{translate(isCorrection ? 'contracts.lifecycle.correctEffect' : `contracts.lifecycle.effect.${to}`)}</Alert>
          {said}
          {to === 'signed' && <DateField id="stage-signed" label={translate('contracts.record.field.signedOn')} value={signedOn} onChange={(day) => kept.change({ signedOn: day })} problem={dayProblem} required />}
          {to === 'superseded' && (
            <ContractPicker autoFocus id="stage-successor" label={translate('contracts.lifecycle.field.successor')} value={successorId} exceptId={contract.summary.id} onChange={(id) => kept.change({ successorId: id })} hasProblem={false} helperText={translate('contracts.lifecycle.successorHint')} />
          )}
          {isCorrection && textField('correction', true, true)}
          {textField('reason', isCorrection || needsReason(facts.stage, to), !isCorrection && to !== 'signed' && to !== 'superseded')}
          {isTermination && textField('basis', true, false)}
          {isTermination && textField('notice', true, false)}
          {isTermination && <DateField id="stage-effective" label={translate('contracts.lifecycle.field.effectiveOn')} value={effectiveOn} onChange={(day) => kept.change({ effectiveOn: day })} problem={dayProblem} required />}
          {isTermination && !isCorrection && writeEnding !== null && (
            <FormControlLabel control={<Checkbox checked={writesLetter} onChange={(_, isOn) => kept.change({ writesLetter: isOn })} />} label={translate('contracts.lifecycle.writeLetter')} />
          )}
          {!allowed.ok && (days.ok || allowed.error.code !== days.error.code) && <Alert severity="info">{translate(isCorrection && correction.trim() === '' ? 'contracts.lifecycle.correctionMissing' : `contracts.lifecycle.refusal.${isTermination && allowed.error.code === 'REASON_MISSING' ? 'TERMINATION_INCOMPLETE' : allowed.error.code}`)}</Alert>}
          <ErrorMessage error={changing.error} operation="contracts.changeStage" />
          <ErrorMessage error={superseding.error} operation="contracts.supersede" />
          <ErrorMessage error={correcting.error} operation="contracts.correctTermination" />
        </Stack>
      </DialogContent>
      <DialogButtons
        label={translate('contracts.lifecycle.confirm')}
        isDestructive={(isTermination && !isCorrection) || to === 'cancelled'}
        isDisabled={!allowed.ok || changing.isRunning || superseding.isRunning || correcting.isRunning}
        onCancel={kept.close}
        status={kept.status}
      />
    </form>
  );
}
