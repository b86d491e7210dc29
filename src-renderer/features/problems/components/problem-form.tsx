import Box from '@mui/material/Box';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { z } from 'zod';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { obligationIdSchema, type ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import { problemEffects, problemKinds, problemSeverities, type Problem } from '#shared/features/problems/model.ts';
import { userIdSchema, type UserId } from '#shared/features/vault/model.ts';
import { isDay } from '#shared/kernel/day.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useHolds } from '../../../ipc/use-vault-status.ts';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { focusWrongField } from '../../../ui/focus-wrong-field.ts';
import { MentionField } from '../../../ui/mention-field.tsx';
import { PersonField } from '../../../ui/person-field.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';
import { useColleagueNames } from '../use-colleague-names.ts';

export interface ProblemObligation {
  readonly id: ObligationId;
  readonly title: string;
}

/** A problem as it is being entered. */
export interface ProblemTyped extends Pick<Problem, 'title' | 'kind' | 'severity' | 'action' | 'effect' | 'obligationId' | 'ownerId'> {
  readonly dueOn: string;
  readonly description: string;
}

const text = z.string();

/** What is kept of it, and may come back. */
export const problemFields: FieldsOf<ProblemTyped> = {
  ...{ title: text, action: text, dueOn: text, description: text },
  ...{ kind: z.enum(problemKinds), severity: z.enum(problemSeverities), effect: z.enum(problemEffects) },
  ...{ obligationId: obligationIdSchema.nullable(), ownerId: userIdSchema.nullable() },
};

/** The problem that is changed, or a new one, for which the person answers at first. */
export function freshProblem(problem: Problem | null, ownId: UserId | null): ProblemTyped {
  if (problem === null) return { title: '', kind: 'late', severity: 'medium', action: '', effect: 'none', obligationId: null, ownerId: ownId, dueOn: '', description: '' };
  const { title, kind, severity, action, effect, obligationId, ownerId } = problem;
  return { title, kind, severity, action, effect, obligationId, ownerId, dueOn: problem.dueOn ?? '', description: isWithheld(problem.description) ? '' : problem.description };
}

interface ProblemFormProps {
  readonly titleId: string;
  readonly contractId: ContractId;
  readonly problem: Problem | null;
  readonly obligations: readonly ProblemObligation[];
  readonly kept: KeptForm<ProblemTyped>;
}

/** Enters or changes a problem. */
export function ProblemForm({ titleId, contractId, problem, obligations, kept }: ProblemFormProps) {
  const translate = useTranslate();
  const people = useOperation('fulfilment.people', undefined);
  const save = useCommand('problems.save');
  const names = useColleagueNames();
  const holdsClauses = useHolds('clauses');
  const { typed: draft, change: set } = kept;
  const send = async () => {
    const { description, dueOn, ...said } = draft;
    const entry = { ...said, dueOn: isDay(dueOn) ? dueOn : null, ...(holdsClauses ? { description } : {}) };
    const reply = await save.run({ contractId, id: problem?.id ?? null, revision: kept.revision ?? 0, entry });
    if (reply.ok) kept.close();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!focusWrongField(event.currentTarget)) void send();
      }}
    >
      <DialogTitle id={titleId}>{translate(problem === null ? 'problems.add' : 'problems.editTitle')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {kept.notice}
          <PlainTextField autoFocus required label={translate('problems.name')} value={draft.title} onChange={(event) => set({ title: event.target.value })} helperText={translate('problems.nameHint')} slotProps={{ htmlInput: { maxLength: 120 } }} />
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
            <TextField select label={translate('problems.kindLabel')} value={draft.kind} onChange={(event) => set({ kind: problemKinds.find((one) => one === event.target.value) ?? 'other' })}>
              {problemKinds.map((one) => (
                <MenuItem key={one} value={one}>
                  {translate(`problems.kind.${one}`)}
                </MenuItem>
              ))}
            </TextField>
            <TextField select label={translate('problems.severityLabel')} value={draft.severity} onChange={(event) => set({ severity: problemSeverities.find((one) => one === event.target.value) ?? 'medium' })}>
              {problemSeverities.map((one) => (
                <MenuItem key={one} value={one}>
                  {translate(`problems.severity.${one}`)}
                </MenuItem>
              ))}
            </TextField>
            {obligations.length > 0 && (
              <TextField select label={translate('problems.obligation')} value={draft.obligationId ?? ''} onChange={(event) => set({ obligationId: obligations.find(({ id }) => id === event.target.value)?.id ?? null })}>
                <MenuItem value="">{translate('problems.noObligation')}</MenuItem>
                {obligations.map(({ id, title }) => (
                  <MenuItem key={id} value={id}>
                    {title}
                  </MenuItem>
                ))}
              </TextField>
            )}
            {draft.obligationId !== null && (
              <TextField select label={translate('problems.effectLabel')} value={draft.effect} onChange={(event) => set({ effect: problemEffects.find((one) => one === event.target.value) ?? 'none' })}>
                {problemEffects.map((one) => (
                  <MenuItem key={one} value={one}>
                    {translate(`problems.effect.${one}`)}
                  </MenuItem>
                ))}
              </TextField>
            )}
            <PersonField label={translate('problems.owner')} people={people.data} value={draft.ownerId} recorded={ownerOf(problem)} nobody={translate('problems.nobody')} onChange={(ownerId) => set({ ownerId })} />
            <DateField id="problem-due" label={translate('problems.due')} value={draft.dueOn} onChange={(dueOn) => set({ dueOn })} />
          </Box>
          <MentionField label={translate('problems.action')} value={draft.action} maxRows={4} onChange={(action) => set({ action })} names={names} hint={translate('problems.mentionHint')} maxLength={500} />
          {holdsClauses && <MentionField label={translate('problems.description')} value={draft.description} minRows={2} maxRows={8} onChange={(description) => set({ description })} names={names} hint={translate('problems.descriptionHint')} maxLength={4000} />}
          <ErrorMessage error={save.error} />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('problems.save')} isDisabled={draft.title.trim() === ''} isRunning={save.isRunning} onCancel={kept.close} status={kept.status} />
    </form>
  );
}

function ownerOf(problem: Problem | null) {
  return problem === null || problem.ownerId === null ? null : { id: problem.ownerId, name: problem.ownerName };
}
