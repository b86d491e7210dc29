import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { z } from 'zod';
import { findingStates, type ReviewFinding } from '#shared/features/reviews/model.ts';
import { findingMoves } from '#shared/features/reviews/rules.ts';
import { userIdSchema } from '#shared/features/vault/model.ts';
import { isDay } from '#shared/kernel/day.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { KeptDialog } from '../../../keeping/kept-dialog.tsx';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import { typedDay, type FieldsOf } from '../../../keeping/restore-typed.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { MemberField } from './member-field.tsx';

/** A finding as it is being taken on. */
interface FindingTyped {
  readonly state: ReviewFinding['state'];
  readonly ownerId: ReviewFinding['ownerId'];
  readonly dueOn: string;
  readonly resolution: string;
}

const fields: FieldsOf<FindingTyped> = { state: z.enum(findingStates), ownerId: userIdSchema.nullable(), dueOn: typedDay, resolution: z.string() };

interface FindingDialogProps {
  readonly finding: ReviewFinding;
  readonly onClose: () => void;
}

/** Takes a finding on; what is typed is kept until it is saved or given up. */
export function FindingDialog({ finding, onClose }: FindingDialogProps) {
  const titleId = useId();
  const { state, ownerId, dueOn, resolution } = finding;
  const fresh = () => ({ state, ownerId, dueOn, resolution: isWithheld(resolution) ? '' : resolution });
  return (
    <KeptDialog of={{ contractId: finding.contractId, dialog: 'finding', about: finding.id }} revision={finding.revision} fields={fields} fresh={fresh} isOpen onClose={onClose} titleId={titleId}>
      {(kept) => <FindingForm finding={finding} titleId={titleId} kept={kept} />}
    </KeptDialog>
  );
}

interface FindingFormProps extends Pick<FindingDialogProps, 'finding'> {
  readonly titleId: string;
  readonly kept: KeptForm<FindingTyped>;
}

/** Its state, who does it, until when, and how it was settled. */
function FindingForm({ finding, titleId, kept }: FindingFormProps) {
  const translate = useTranslate();
  const change = useCommand('reviews.changeFinding');
  const { state, ownerId, dueOn, resolution } = kept.typed;
  const run = async () => {
    if (ownerId === null || !isDay(dueOn)) return;
    const reply = await change.run({ id: finding.id, revision: kept.revision ?? finding.revision, state, ownerId, dueOn, resolution });
    if (reply.ok) kept.close();
  };
  return (
    <>
      <DialogTitle id={titleId}>{translate('reviews.findings.update')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {kept.notice}
          {change.error !== null && <ErrorMessage error={change.error} />}
          <Typography>{isWithheld(finding.text) ? '' : finding.text}</Typography>
          <TextField select label={translate('reviews.column.state')} value={state} onChange={(event) => kept.change({ state: [finding.state, ...findingMoves(finding.state)].find((each) => each === event.target.value) ?? state })}>
            {[finding.state, ...findingMoves(finding.state)].map((each) => (
              <MenuItem key={each} value={each}>
                {translate(`reviews.findingState.${each}`)}
              </MenuItem>
            ))}
          </TextField>
          <MemberField label={translate('reviews.findings.owner')} value={ownerId} recorded={finding.ownerId === null ? null : { id: finding.ownerId, name: finding.ownerName ?? '' }} onChange={(id) => kept.change({ ownerId: id })} />
          <DateField required id={`${titleId}-due`} label={translate('reviews.findings.until')} value={dueOn} onChange={(day) => kept.change({ dueOn: day })} />
          <TextField multiline minRows={2} label={translate('reviews.findings.resolution')} helperText={translate('reviews.findings.resolutionHint')} value={resolution} onChange={(event) => kept.change({ resolution: event.target.value })} slotProps={{ htmlInput: { maxLength: 2000 } }} />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('reviews.save')} isDisabled={ownerId === null || !isDay(dueOn)} isRunning={change.isRunning} onGo={run} onCancel={kept.close} status={kept.status} />
    </>
  );
}
