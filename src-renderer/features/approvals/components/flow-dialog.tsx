import AddIcon from '@mui/icons-material/Add';
import Autocomplete from '@mui/material/Autocomplete';
import Button from '@mui/material/Button';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { useId } from 'react';
import { z } from 'zod';
import { assigneeSchema, flowDraftSchema, flowStepSchema, stepConditionSchema, type Flow, type FlowDraft, type FlowStep, type Member } from '#shared/features/approvals/model.ts';
import { contractTypes } from '#shared/features/templates/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { KeptDialog } from '../../../keeping/kept-dialog.tsx';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { newStep } from '../flow-draft.ts';
import { FlowTrial } from './flow-trial.tsx';
import { hasSoundNumbers, StepFields } from './step-fields.tsx';

interface FlowDialogProps {
  /** The flow that is changed; null for a new one. */
  readonly flow: Flow | null;
  readonly draft: FlowDraft;
  readonly members: readonly Member[];
  readonly onClose: () => void;
}

/** What is kept of a step, and may come back: also where it is not complete, or a number is out of bounds. */
const stepField = flowStepSchema.unwrap().extend({
  ...{ name: z.string(), assignees: z.array(assigneeSchema).readonly(), order: z.number(), deadlineHours: z.number().nullable() },
  condition: stepConditionSchema.unwrap().extend({ amountFromMinor: z.number().nullable() }).readonly(),
});

/** What is kept of a flow. */
const flowFields: FieldsOf<FlowDraft> = {
  ...flowDraftSchema.unwrap().shape,
  name: z.string(),
  steps: z.array(stepField.readonly()).readonly(),
};

/** Changes a flow, and shows at once which way a contract would go by it; kept until it is saved or given up. */
export function FlowDialog({ flow, draft, members, onClose }: FlowDialogProps) {
  const titleId = useId();
  return (
    <KeptDialog of={{ contractId: null, dialog: 'flow', about: flow?.id ?? '' }} revision={flow?.version ?? null} fields={flowFields} fresh={() => draftOf(draft)} isOpen onClose={onClose} maxWidth="md" titleId={titleId}>
      {(kept) => <FlowForm flow={flow} members={members} titleId={titleId} kept={kept} />}
    </KeptDialog>
  );
}

interface FlowFormProps extends Pick<FlowDialogProps, 'flow' | 'members'> {
  readonly titleId: string;
  readonly kept: KeptForm<FlowDraft>;
}

function FlowForm({ flow, members, titleId, kept }: FlowFormProps) {
  const translate = useTranslate();
  const save = useCommand('approvals.saveFlow');
  const { typed: draft, change } = kept;
  const changeStep = (index: number, step: FlowStep) => change({ steps: draft.steps.with(index, step) });
  const isComplete = draft.name.trim() !== '' && draft.steps.length > 0 && draft.steps.every((step) => step.name.trim() !== '' && step.assignees.length > 0 && hasSoundNumbers(step));
  const run = async () => {
    const reply = await save.run({ id: flow?.id ?? null, version: kept.revision ?? 0, draft });
    if (reply.ok) kept.close();
  };
  return (
    <>
      <DialogTitle id={titleId}>{translate(flow === null ? 'approvals.flows.add' : 'approvals.flows.edit')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {kept.notice}
          {save.error !== null && <ErrorMessage error={save.error} />}
          <TextField autoFocus required label={translate('approvals.flows.name')} value={draft.name} onChange={(event) => change({ name: event.target.value })} slotProps={{ htmlInput: { maxLength: 80 } }} />
          <Autocomplete
            multiple
            options={contractTypes}
            value={[...draft.contractTypes]}
            onChange={(_, types) => change({ contractTypes: types })}
            getOptionLabel={(type) => translate(`templates.type.${type}`)}
            renderInput={(parameters) => <TextField {...parameters} label={translate('approvals.flows.types')} helperText={translate('approvals.flows.typesHint')} />}
          />
          {draft.steps.map((step, index) => (
            <StepFields
              key={index}
              step={step}
              members={members}
              onChange={(changed) => changeStep(index, changed)}
              {...(draft.steps.length > 1 ? { onRemove: () => change({ steps: draft.steps.toSpliced(index, 1) }) } : {})}
            />
          ))}
          <Button startIcon={<AddIcon />} onClick={() => change({ steps: [...draft.steps, newStep('', Math.max(0, ...draft.steps.map(({ order }) => order)) + 1)] })} sx={{ alignSelf: 'flex-start' }}>
            {translate('approvals.flows.addStep')}
          </Button>
          <FormControlLabel control={<Switch checked={draft.drafterMayApprove} onChange={(_, isOn) => change({ drafterMayApprove: isOn })} />} label={translate('approvals.flows.drafterMayApprove')} />
          <FormControlLabel control={<Switch checked={draft.needsSecondReviewer} onChange={(_, isOn) => change({ needsSecondReviewer: isOn })} />} label={translate('approvals.flows.needsSecondReviewer')} />
          <FormControlLabel control={<Switch checked={draft.isOn} onChange={(_, isOn) => change({ isOn })} />} label={translate('approvals.flows.isOn')} />
          {isComplete && <FlowTrial draft={draft} />}
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('approvals.flows.save')} isDisabled={!isComplete} isRunning={save.isRunning} onGo={run} onCancel={kept.close} status={kept.status} />
    </>
  );
}

function draftOf({ name, contractTypes: types, steps, isOn, drafterMayApprove, needsSecondReviewer }: FlowDraft): FlowDraft {
  return { name, contractTypes: types, steps, isOn, drafterMayApprove, needsSecondReviewer };
}
