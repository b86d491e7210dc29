import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import type { Problem } from '#shared/features/problems/model.ts';
import { problemNeedsReason } from '#shared/features/problems/rules.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { MentionField } from '../../../ui/mention-field.tsx';
import { useColleagueNames } from '../use-colleague-names.ts';

interface ProblemStepProps {
  readonly titleId: string;
  readonly problem: Problem;
  readonly to: Problem['status'];
  readonly onClose: () => void;
}

/** Takes one step of a problem, and says why. */
export function ProblemStep({ titleId, problem, to, onClose }: ProblemStepProps) {
  const translate = useTranslate();
  const move = useCommand('problems.move');
  const names = useColleagueNames();
  const [reason, setReason] = useState('');
  const isNeeded = problemNeedsReason(to);
  const send = async () => {
    const reply = await move.run({ id: problem.id, revision: problem.revision, to, reason });
    if (reply.ok) onClose();
  };
  return (
    <>
      <DialogTitle id={titleId}>{translate(`problems.to.${to}`)}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          <MentionField required={isNeeded} label={translate('problems.reason')} minRows={2} maxRows={6} value={reason} onChange={setReason} names={names} maxLength={1000} />
          <ErrorMessage error={move.error} />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('problems.confirm')} isDisabled={isNeeded && reason.trim() === ''} isRunning={move.isRunning} onGo={send} onCancel={onClose} />
    </>
  );
}
