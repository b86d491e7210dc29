import Autocomplete from '@mui/material/Autocomplete';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Divider from '@mui/material/Divider';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { z } from 'zod';
import { contractIdSchema, type ContractId } from '#shared/features/contracts/model.ts';
import { partyIdSchema, type PartyId } from '#shared/features/parties/model.ts';
import { levelOf, riskCategories, riskDraftSchema, riskStates, riskTreatments, type Risk, type RiskDraft } from '#shared/features/risks/model.ts';
import { isDay } from '#shared/kernel/day.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useHolds } from '../../../ipc/use-vault-status.ts';
import { KeptDialog } from '../../../keeping/kept-dialog.tsx';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import { typedDay, type FieldsOf } from '../../../keeping/restore-typed.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { PersonField } from '../../../ui/person-field.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { toneByLevel } from '../risk-tone.ts';
import { SelectField } from './select-field.tsx';

interface Named<Id> {
  readonly id: Id;
  readonly name: string;
}

/** A risk as it is being entered. */
interface RiskTyped extends Omit<RiskDraft, 'contractId' | 'partyId' | 'reviewOn' | 'notes'> {
  readonly contract: Named<ContractId> | null;
  readonly party: Named<PartyId> | null;
  readonly reviewOn: string;
  readonly notes: string;
}

const { category, likelihood, impact, state, treatment, ownerId } = riskDraftSchema.unwrap().shape;

/** What is kept of it, and may come back. */
const riskFields: FieldsOf<RiskTyped> = {
  ...{ category, likelihood, impact, state, treatment, ownerId, title: z.string(), reviewOn: typedDay, notes: z.string() },
  contract: z.object({ id: contractIdSchema, name: z.string() }).nullable(),
  party: z.object({ id: partyIdSchema, name: z.string() }).nullable(),
};

function freshRisk(risk: Risk | null): RiskTyped {
  if (risk === null) {
    return { category: 'legal', title: '', contract: null, party: null, likelihood: 3, impact: 3, state: 'open', treatment: 'reduce', ownerId: null, reviewOn: '', notes: '' };
  }
  return {
    ...{ category: risk.category, title: risk.title, likelihood: risk.likelihood, impact: risk.impact, state: risk.state, treatment: risk.treatment, ownerId: risk.ownerId },
    ...{ contract: named(risk.contractId, risk.contractTitle), party: named(risk.partyId, risk.partyName), reviewOn: risk.reviewOn ?? '', notes: isWithheld(risk.notes) ? '' : risk.notes },
  };
}

interface RiskDialogProps {
  readonly risk: Risk | null;
  /** The contract that a new risk belongs to. */
  readonly contractId: ContractId | null;
  readonly onClose: () => void;
}

/** Enters a risk, or changes it; what is typed is kept until it is saved or given up. */
export function RiskDialog({ risk, contractId, onClose }: RiskDialogProps) {
  const titleId = useId();
  const of = { contractId: risk === null ? contractId : risk.contractId, dialog: 'risk', about: risk?.id ?? '' } as const;
  return (
    <KeptDialog of={of} revision={risk?.revision ?? null} fields={riskFields} fresh={() => freshRisk(risk)} isOpen onClose={onClose} titleId={titleId}>
      {(kept) => <RiskForm risk={risk} contractId={contractId} titleId={titleId} kept={kept} />}
    </KeptDialog>
  );
}

const grades = ['1', '2', '3', '4', '5'] as const;

interface RiskFormProps extends Omit<RiskDialogProps, 'onClose'> {
  readonly titleId: string;
  readonly kept: KeptForm<RiskTyped>;
}

/** Below what is entered stands how it was judged before. */
function RiskForm({ risk, contractId, titleId, kept }: RiskFormProps) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const save = useCommand('risks.save');
  const members = useOperation('approvals.members', undefined);
  const holdsClauses = useHolds('clauses');
  const { typed: draft, change } = kept;
  const level = levelOf(draft.likelihood, draft.impact);
  const isSound = draft.title.trim() !== '' && (draft.reviewOn === '' || isDay(draft.reviewOn));
  const run = async () => {
    const { contract, party, reviewOn, notes, ...judged } = draft;
    const reply = await save.run({
      id: risk?.id ?? null,
      revision: kept.revision ?? 0,
      draft: { ...judged, contractId: contractId ?? contract?.id ?? null, partyId: party?.id ?? null, reviewOn: isDay(reviewOn) ? reviewOn : null, ...(holdsClauses ? { notes } : {}) },
    });
    if (!reply.ok) return;
    toast.success(translate('risks.saved'));
    kept.close();
  };
  return (
    <>
      <DialogTitle id={titleId}>{translate(risk === null ? 'risks.add' : 'risks.edit')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {kept.notice}
          {save.error !== null && <ErrorMessage error={save.error} />}
          <PlainTextField autoFocus required label={translate('risks.field.title')} value={draft.title} onChange={(event) => change({ title: event.target.value })} slotProps={{ htmlInput: { maxLength: 200 } }} />
          <Stack direction="row" spacing={2}>
            <SelectField label={translate('risks.field.category')} options={riskCategories} value={draft.category} nameOf={(category) => translate(`risks.category.${category}`)} onChange={(category) => change({ category })} />
            <SelectField label={translate('risks.field.state')} options={riskStates} value={draft.state} nameOf={(state) => translate(`risks.state.${state}`)} onChange={(state) => change({ state })} />
          </Stack>
          <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
            <SelectField label={translate('risks.field.likelihood')} options={grades} value={String(draft.likelihood) as (typeof grades)[number]} nameOf={(grade) => translate(`risks.likelihood.${grade}`)} onChange={(grade) => change({ likelihood: Number(grade) })} />
            <SelectField label={translate('risks.field.impact')} options={grades} value={String(draft.impact) as (typeof grades)[number]} nameOf={(grade) => translate(`risks.impact.${grade}`)} onChange={(grade) => change({ impact: Number(grade) })} />
            <StatusChip label={translate(`risks.level.${level}`)} tone={toneByLevel[level]} />
          </Stack>
          {contractId === null && <ContractField value={draft.contract} onChange={(contract) => change({ contract })} />}
          <PartyField value={draft.party} onChange={(party) => change({ party })} />
          <Stack direction="row" spacing={2}>
            <SelectField label={translate('risks.field.treatment')} options={riskTreatments} value={draft.treatment} nameOf={(treatment) => translate(`risks.treatment.${treatment}`)} onChange={(treatment) => change({ treatment })} />
            <PersonField label={translate('risks.field.owner')} people={members.data} value={draft.ownerId} recorded={named(risk?.ownerId, risk?.ownerName)} nobody={translate('risks.nobody')} onChange={(chosen) => change({ ownerId: chosen })} />
          </Stack>
          <DateField id="risk-review" label={translate('risks.field.reviewOn')} value={draft.reviewOn} onChange={(reviewOn) => change({ reviewOn })} hint={translate('risks.reviewHint')} />
          {holdsClauses && (
            <PlainTextField multiline minRows={3} label={translate('risks.field.notes')} value={draft.notes} onChange={(event) => change({ notes: event.target.value })} slotProps={{ htmlInput: { maxLength: 5000 } }} />
          )}
          {risk !== null && risk.history.length > 0 && (
            <>
              <Divider />
              <Typography variant="subtitle2">{translate('risks.history')}</Typography>
              <Stack component="ol" spacing={0.5} sx={{ m: 0, pl: 2.5 }}>
                {risk.history.map((step) => (
                  <Typography key={step.at} component="li" variant="body2">
                    {translate('risks.step', { time: format.dateTime(step.at), name: step.byName, likelihood: step.likelihood, impact: step.impact, state: translate(`risks.state.${step.state}`), treatment: translate(`risks.treatment.${step.treatment}`) })}
                  </Typography>
                ))}
              </Stack>
            </>
          )}
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('risks.save')} isDisabled={!isSound} isRunning={save.isRunning} onGo={run} onCancel={kept.close} status={kept.status} />
    </>
  );
}

function ContractField({ value, onChange }: { readonly value: Named<ContractId> | null; readonly onChange: (value: Named<ContractId> | null) => void }) {
  const translate = useTranslate();
  const [search, setSearch] = useState('');
  const found = useOperation('contracts.list', { search: search === value?.name ? '' : search.trim(), sort: 'updated', limit: 20 }, { keepPrevious: true });
  const options = (found.data?.contracts ?? []).map(({ id, title, number }) => ({ id, name: `${number} ${title}` }));
  return <SearchedField label={translate('risks.field.contract')} options={options} value={value} onChange={onChange} onSearch={setSearch} />;
}

function PartyField({ value, onChange }: { readonly value: Named<PartyId> | null; readonly onChange: (value: Named<PartyId> | null) => void }) {
  const translate = useTranslate();
  const [search, setSearch] = useState('');
  const found = useOperation('parties.list', { search: search === value?.name ? '' : search.trim(), archived: false, sort: 'name', offset: 0, limit: 20 }, { keepPrevious: true });
  const options = (found.data?.parties ?? []).map(({ id, nameZh, nameEn }) => ({ id, name: nameZh === '' ? nameEn : nameZh }));
  return <SearchedField label={translate('risks.field.party')} options={options} value={value} onChange={onChange} onSearch={setSearch} />;
}

interface SearchedFieldProps<Id> {
  readonly label: string;
  readonly options: readonly Named<Id>[];
  readonly value: Named<Id> | null;
  readonly onChange: (value: Named<Id> | null) => void;
  readonly onSearch: (text: string) => void;
}

function SearchedField<Id extends string>({ label, options, value, onChange, onSearch }: SearchedFieldProps<Id>) {
  const translate = useTranslate();
  return (
    <Autocomplete<Named<Id>>
      options={options}
      value={value}
      onChange={(_, option) => onChange(option)}
      onInputChange={(_, text) => onSearch(text.slice(0, 200))}
      filterOptions={(all) => all}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(option, other) => option.id === other.id}
      noOptionsText={translate('risks.noneFound')}
      renderInput={(parameters) => <TextField {...parameters} label={label} />}
    />
  );
}

function named<Id extends string>(id: Id | null | undefined, name: string | null | undefined): Named<Id> | null {
  return id === null || id === undefined ? null : { id, name: name ?? '' };
}
