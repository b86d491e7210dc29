import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import { useId } from 'react';
import { z } from 'zod';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Problem } from '#shared/features/problems/model.ts';
import { problemNeedsReason } from '#shared/features/problems/rules.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { KeptDialog } from '../../../keeping/kept-dialog.tsx';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { MentionField } from '../../../ui/mention-field.tsx';
import { useColleagueNames } from '../use-colleague-names.ts';

interface StepTyped {
  readonly reason: string;
}

const fields: FieldsOf<StepTyped> = { reason: z.string() };

interface ProblemStepProps {
  readonly contractId: ContractId;
  readonly problem: Problem;
  readonly to: Problem['status'];
  readonly onClose: () => void;
}

/** Takes one step of a problem, and says why. */
export function ProblemStep({ contractId, problem, to, onClose }: ProblemStepProps) {
  const titleId = useId();
  return (
    <KeptDialog of={{ contractId, dialog: 'problemStep', about: `${problem.id} ${to}` }} fields={fields} fresh={() => ({ reason: '' })} isOpen maxWidth="xs" onClose={onClose} titleId={titleId}>
      {(kept) => <StepForm titleId={titleId} problem={problem} to={to} kept={kept} />}
    </KeptDialog>
  );
}

interface StepFormProps extends Pick<ProblemStepProps, 'problem' | 'to'> {
  readonly titleId: string;
  readonly kept: KeptForm<StepTyped>;
}

function StepForm({ titleId, problem, to, kept }: StepFormProps) {
  const translate = useTranslate();
  const move = useCommand('problems.move');
  const names = useColleagueNames();
  const { reason } = kept.typed;
  const isNeeded = problemNeedsReason(to);
  const send = async () => {
    const reply = await move.run({ id: problem.id, revision: problem.revision, to, reason });
    if (reply.ok) kept.close();
  };
  return (
    <>
      <DialogTitle id={titleId}>{translate(`problems.to.${to}`)}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {kept.notice}
          <MentionField required={isNeeded} label={translate('problems.reason')} minRows={2} maxRows={6} value={reason} onChange={(text) => kept.change({ reason: text })} names={names} maxLength={1000} />
          <ErrorMessage error={move.error} />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('problems.confirm')} isDisabled={isNeeded && reason.trim() === ''} isRunning={move.isRunning} onGo={send} onCancel={kept.close} status={kept.status} />
    </>
  );
}
