import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { z } from 'zod';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { obligationSchema, obligors, type Obligation } from '#shared/features/fulfilment/model.ts';
import { obligationTypes } from '#shared/features/templates/defaults.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { typedNumber } from '#shared/kernel/typed-number.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useHolds } from '../../../ipc/use-vault-status.ts';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { PersonField } from '../../../ui/person-field.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';
import type { Fulfilment } from '../use-fulfilment.ts';
import { DueFields, draftOf, dueDraftSchema, emptyDue, ruleOfDraft, type DueDraft } from './due-fields.tsx';

/** An obligation as it is being entered. */
export interface ObligationTyped extends Pick<Obligation, 'title' | 'obligor' | 'type' | 'ownerId' | 'evidenceRequired' | 'dependsOn' | 'milestoneId'> {
  readonly graceDays: string;
  readonly due: DueDraft;
  readonly criteria: string;
  readonly clauseNumber: string;
  readonly quote: string;
}

const text = z.string();
const { obligor, type, ownerId, dependsOn, milestoneId } = obligationSchema.unwrap().shape;

/** What is kept of it, and may come back. */
export const obligationFields: FieldsOf<ObligationTyped> = {
  ...{ title: text, graceDays: text, criteria: text, clauseNumber: text, quote: text, due: dueDraftSchema, evidenceRequired: z.boolean() },
  ...{ obligor, type, ownerId, dependsOn, milestoneId },
};

/** The obligation that is changed, or a new one, for which the person answers at first. */
export function freshObligation(obligation: Obligation | null, ownId: UserId | null): ObligationTyped {
  const texts = obligation === null || isWithheld(obligation.texts) ? { criteria: '', clauseNumber: '', quote: '' } : obligation.texts;
  if (obligation === null) return { title: '', obligor: 'them', type: 'delivery', graceDays: '0', ownerId: ownId, evidenceRequired: false, dependsOn: [], milestoneId: null, due: emptyDue, ...texts };
  const { title, obligor: who, type: kind, graceDays, ownerId: owner, evidenceRequired, dependsOn: needed, milestoneId: milestone } = obligation;
  return { title, obligor: who, type: kind, graceDays: String(graceDays), ownerId: owner, evidenceRequired, dependsOn: needed, milestoneId: milestone, due: draftOf(obligation.due), ...texts };
}

interface ObligationFormProps {
  readonly titleId: string;
  readonly contractId: ContractId;
  readonly fulfilment: Fulfilment;
  /** Null: a new one. */
  readonly obligation: Obligation | null;
  readonly kept: KeptForm<ObligationTyped>;
}

/** Enters or changes an obligation. Its title is read by everybody; what the contract says of it, only with the key to the texts. */
export function ObligationForm({ titleId, contractId, fulfilment, obligation, kept }: ObligationFormProps) {
  const translate = useTranslate();
  const people = useOperation('fulfilment.people', undefined);
  const save = useCommand('fulfilment.saveObligation');
  const holdsClauses = useHolds('clauses');
  const { typed: draft, change: set } = kept;
  const { due } = draft;
  const [isTried, setTried] = useState(false);
  const others = fulfilment.obligations.filter(({ id }) => id !== obligation?.id);
  const rule = ruleOfDraft(due);
  const grace = draft.graceDays.trim() === '' ? 0 : (typedNumber(draft.graceDays) ?? Number.NaN);
  const isGraceRight = Number.isInteger(grace) && grace >= 0 && grace <= 365;
  const send = async () => {
    setTried(true);
    if (draft.title.trim() === '' || rule === null || !isGraceRight) return;
    const { criteria, clauseNumber, quote, graceDays: _, due: __, ...entry } = draft;
    const reply = await save.run({
      contractId,
      id: obligation?.id ?? null,
      revision: kept.revision ?? 0,
      entry: { ...entry, due: rule, graceDays: grace, ...(holdsClauses ? { texts: { criteria, clauseNumber, quote } } : {}) },
    });
    if (reply.ok) kept.close();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <DialogTitle id={titleId}>{translate(obligation === null ? 'fulfilment.add' : 'fulfilment.edit')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {kept.notice}
          <PlainTextField autoFocus required label={translate('fulfilment.title')} value={draft.title} error={isTried && draft.title.trim() === ''} helperText={translate('fulfilment.titleHint')} onChange={(event) => set({ title: event.target.value })} slotProps={{ htmlInput: { maxLength: 120 } }} />
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
            <TextField select label={translate('fulfilment.obligorLabel')} value={draft.obligor} onChange={(event) => set({ obligor: obligors.find((one) => one === event.target.value) ?? 'them' })}>
              {obligors.map((one) => (
                <MenuItem key={one} value={one}>
                  {translate(`fulfilment.obligor.${one}`)}
                </MenuItem>
              ))}
            </TextField>
            <TextField select label={translate('fulfilment.typeLabel')} value={draft.type} onChange={(event) => set({ type: obligationTypes.find((one) => one === event.target.value) ?? 'other' })}>
              {obligationTypes.map((one) => (
                <MenuItem key={one} value={one}>
                  {translate(`fulfilment.type.${one}`)}
                </MenuItem>
              ))}
            </TextField>
          </Box>
          <DueFields draft={due} onChange={(next) => set({ due: next })} obligations={others} mayRecur={obligation === null} hasProblem={isTried && rule === null} />
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
            <TextField label={translate('fulfilment.grace')} value={draft.graceDays} error={!isGraceRight} helperText={translate('fulfilment.graceHint')} onChange={(event) => set({ graceDays: event.target.value })} slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 3 } }} />
            <PersonField label={translate('fulfilment.owner')} people={people.data} value={draft.ownerId} recorded={ownerOf(obligation)} nobody={translate('fulfilment.nobody')} onChange={(chosen) => set({ ownerId: chosen })} />
            {fulfilment.milestones.length > 0 && (
              <TextField select label={translate('fulfilment.milestone')} value={draft.milestoneId ?? ''} onChange={(event) => set({ milestoneId: fulfilment.milestones.find(({ id }) => id === event.target.value)?.id ?? null })}>
                <MenuItem value="">{translate('fulfilment.noMilestone')}</MenuItem>
                {fulfilment.milestones.map(({ id, name }) => (
                  <MenuItem key={id} value={id}>
                    {name}
                  </MenuItem>
                ))}
              </TextField>
            )}
          </Box>
          {others.length > 0 && (
            <Autocomplete
              multiple
              options={others}
              getOptionLabel={({ title }) => title}
              getOptionKey={({ id }) => id}
              isOptionEqualToValue={(one, other) => one.id === other.id}
              value={others.filter(({ id }) => draft.dependsOn.includes(id))}
              onChange={(_, chosen) => set({ dependsOn: chosen.map(({ id }) => id) })}
              renderInput={(parameters) => <TextField {...parameters} label={translate('fulfilment.dependsOn')} />}
            />
          )}
          <FormControlLabel control={<Switch checked={draft.evidenceRequired} onChange={(_, evidenceRequired) => set({ evidenceRequired })} />} label={translate('fulfilment.evidenceRequired')} />
          {holdsClauses && (
            <>
              <PlainTextField label={translate('fulfilment.criteria')} multiline minRows={2} maxRows={6} value={draft.criteria} onChange={(event) => set({ criteria: event.target.value })} helperText={translate('fulfilment.criteriaHint')} slotProps={{ htmlInput: { maxLength: 2000 } }} />
              <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 2fr' } }}>
                <PlainTextField label={translate('fulfilment.clauseNumber')} value={draft.clauseNumber} onChange={(event) => set({ clauseNumber: event.target.value })} slotProps={{ htmlInput: { maxLength: 40 } }} />
                <TextField label={translate('fulfilment.quote')} value={draft.quote} onChange={(event) => set({ quote: event.target.value })} slotProps={{ htmlInput: { maxLength: 600 } }} />
              </Box>
            </>
          )}
          <ErrorMessage error={save.error} operation="fulfilment.saveObligation" />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('fulfilment.save')} isRunning={save.isRunning} onCancel={kept.close} status={kept.status} />
    </form>
  );
}

function ownerOf(obligation: Obligation | null) {
  return obligation === null || obligation.ownerId === null ? null : { id: obligation.ownerId, name: obligation.ownerName };
}
