import AddIcon from '@mui/icons-material/Add';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Tooltip from '@mui/material/Tooltip';
import { z } from 'zod';
import { cadences, reviewPolicySchema, valueBandSchema, type Cadence, type ReviewPolicy, type ValueBand } from '#shared/features/reviews/policy.ts';
import { contractTypes } from '#shared/features/templates/model.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import type { OutputOf } from '#shared/ipc/registry.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { KeptForm, type KeptForm as KeptFormOf } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { FieldRow } from '../../../ui/field-row.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { isWholeWithin, WholeNumberField } from '../../../ui/whole-number-field.tsx';
import { Withheld } from '../../../ui/withheld.tsx';

/** The rules by which the dates of reviews are reckoned; what is changed in them outlasts a lock. */
export function PolicySettings() {
  const mayConfigure = usePermission('reviews.configure');
  const stored = useOperation('reviews.policy', undefined);
  const checklists = useOperation('reviews.checklists', undefined);
  if (stored.data === undefined || checklists.data === undefined) return stored.error === null ? <LoadingState /> : <ErrorMessage error={stored.error} onRetry={stored.refetch} />;
  const shown = { stored: stored.data, checklists: checklists.data };
  if (!mayConfigure) return <PolicyForm {...shown} kept={null} />;
  return (
    <KeptForm of={{ contractId: null, dialog: 'reviewPolicy', about: '' }} revision={shown.stored.version} fields={fields} fresh={() => typedOf(shown.stored)}>
      {(kept) => <PolicyForm {...shown} kept={kept} />}
    </KeptForm>
  );
}

interface PolicyTyped {
  readonly policy: ReviewPolicy;
  /** Null: withheld from the person. */
  readonly bands: readonly ValueBand[] | null;
}

const { extra } = reviewPolicySchema.unwrap().shape;
const count = z.number().nullable();

/** What is kept of it, and may come back: also where a number is out of bounds. */
const fields: FieldsOf<PolicyTyped> = {
  policy: reviewPolicySchema
    .unwrap()
    .extend({ shortTermMonths: z.number(), longTermMonths: z.number(), leadDays: z.number(), extra: extra.unwrap().extend({ overdueObligations: count, safeSendLeadDays: count }).readonly() })
    .readonly(),
  bands: z.array(valueBandSchema.unwrap().extend({ fromMinor: z.number() }).readonly()).readonly().nullable(),
};

const mostSum = 1e12;

function typedOf({ policy, bands }: OutputOf<'reviews.policy'>): PolicyTyped {
  return { policy, bands: isWithheld(bands) ? null : bands };
}

interface PolicyFormProps {
  readonly stored: OutputOf<'reviews.policy'>;
  readonly checklists: OutputOf<'reviews.checklists'>;
  /** Null: it is only shown, as it is stored. */
  readonly kept: KeptFormOf<PolicyTyped> | null;
}

function PolicyForm({ stored, checklists, kept }: PolicyFormProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const toast = useToast();
  const save = useCommand('reviews.savePolicy');
  const plan = useCommand('reviews.planForRules');
  const typed = kept?.typed ?? typedOf(stored);
  const { policy } = typed;
  const bands = isWithheld(stored.bands) ? null : typed.bands;
  const setBands = (next: readonly ValueBand[]) => kept?.change({ bands: next });
  const change = (part: Partial<ReviewPolicy>) => kept?.change({ policy: { ...policy, ...part } });
  const changeExtra = (part: Partial<ReviewPolicy['extra']>) => change({ extra: { ...policy.extra, ...part } });
  const isSound = reviewPolicySchema.safeParse(policy).success && (bands ?? []).every(({ fromMinor }) => isWholeWithin(fromMinor / 100, 0, mostSum));
  const run = async () => {
    const version = kept?.revision ?? stored.version;
    const reply = await save.run({ policy, version, ...(bands === null ? {} : { bands }) });
    if (!reply.ok) return;
    kept?.settle(version + 1);
    toast.success(translate('reviews.policy.saved'));
  };
  const planAll = async (scope: 'monthly' | 'all') => {
    const reply = await plan.run({ scope });
    if (reply.ok) toast.success(translate('reviews.planned', { count: reply.value.planned }));
    else toast.failure(reply.error);
  };
  return (
    <Stack spacing={2} sx={{ pt: 2 }} component="fieldset" disabled={kept === null} style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
      {kept?.notice}
      {save.error !== null && <ErrorMessage error={save.error} />}
      {stored.waiting > 0 && <Alert severity="info">{translate('reviews.policy.waiting', { count: stored.waiting })}</Alert>}
      <SectionCard title={translate('reviews.policy.cadence')} subtitle={translate('reviews.policy.cadenceHint')}>
        <FieldRow label={translate('reviews.policy.short')}>
          <Stack direction="row" spacing={1}>
            <WholeNumberField width={200} label={translate('reviews.policy.upToMonths')} value={policy.shortTermMonths} least={1} most={60} onChange={(shortTermMonths) => change({ shortTermMonths })} />
            <CadenceField label={translate('reviews.policy.rhythm')} value={policy.shortTerm} onChange={(shortTerm) => change({ shortTerm })} />
          </Stack>
        </FieldRow>
        <FieldRow label={translate('reviews.policy.ordinary')}>
          <CadenceField label={translate('reviews.policy.rhythm')} value={policy.ordinary} onChange={(ordinary) => change({ ordinary })} />
        </FieldRow>
        <FieldRow label={translate('reviews.policy.long')} hint={translate('reviews.policy.longHint')}>
          <Stack direction="row" spacing={1}>
            <WholeNumberField width={200} label={translate('reviews.policy.fromMonths')} value={policy.longTermMonths} least={2} most={600} onChange={(longTermMonths) => change({ longTermMonths })} />
            <CadenceField label={translate('reviews.policy.rhythm')} value={policy.longTerm} onChange={(longTerm) => change({ longTerm })} />
          </Stack>
        </FieldRow>
        {(['high', 'medium', 'low'] as const).map((level) => (
          <FieldRow key={level} label={translate(`reviews.policy.risk.${level}`)}>
            <CadenceField label={translate('reviews.policy.rhythm')} value={policy.byRisk[level]} onChange={(cadence) => change({ byRisk: { ...policy.byRisk, [level]: cadence } })} />
          </FieldRow>
        ))}
        <FieldRow label={translate('reviews.policy.byType')} hint={translate('reviews.policy.byTypeHint')}>
          <Stack spacing={1}>
            {policy.byType.map((line, index) => (
              <Stack key={line.contractType} direction="row" spacing={1}>
                <TextField select label={translate('reviews.policy.type')} value={line.contractType} onChange={(event) => change({ byType: policy.byType.with(index, { ...line, contractType: contractTypes.find((type) => type === event.target.value) ?? line.contractType }) })} sx={{ minWidth: 160 }}>
                  {contractTypes.map((type) => (
                    <MenuItem key={type} value={type} disabled={type !== line.contractType && policy.byType.some((other) => other.contractType === type)}>
                      {translate(`templates.type.${type}`)}
                    </MenuItem>
                  ))}
                </TextField>
                <CadenceField label={translate('reviews.policy.rhythm')} value={line.cadence} onChange={(cadence) => change({ byType: policy.byType.with(index, { ...line, cadence }) })} />
                <RemoveButton onClick={() => change({ byType: policy.byType.toSpliced(index, 1) })} />
              </Stack>
            ))}
            <AddButton onClick={() => change({ byType: [...policy.byType, { contractType: contractTypes.find((type) => !policy.byType.some((line) => line.contractType === type)) ?? 'other', cadence: 'quarterly' }] })} />
          </Stack>
        </FieldRow>
        <FieldRow label={translate('reviews.policy.byValue')} hint={translate('reviews.policy.byValueHint')}>
          {bands === null ? (
            <Withheld />
          ) : (
            <Stack spacing={1}>
              {bands.map((band, index) => (
                <Stack key={index} direction="row" spacing={1}>
                  <WholeNumberField width={200} label={translate('reviews.policy.fromSum', { currency: band.currency })} value={band.fromMinor / 100} least={0} most={mostSum} onChange={(sum) => setBands(bands.with(index, { ...band, fromMinor: sum * 100 }))} />
                  <CadenceField label={translate('reviews.policy.rhythm')} value={band.cadence} onChange={(cadence) => setBands(bands.with(index, { ...band, cadence: cadence ?? 'quarterly' }))} />
                  <RemoveButton onClick={() => setBands(bands.toSpliced(index, 1))} />
                </Stack>
              ))}
              <AddButton onClick={() => setBands([...bands, { fromMinor: 1_000_000_00, currency: 'CNY', cadence: 'monthly' }])} />
            </Stack>
          )}
        </FieldRow>
      </SectionCard>
      <SectionCard title={translate('reviews.policy.extra')}>
        <FormControlLabel control={<Switch checked={policy.extra.onAmendment} onChange={(_, onAmendment) => changeExtra({ onAmendment })} />} label={translate('reviews.policy.onAmendment')} />
        <FieldRow label={translate('reviews.policy.overdue')} hint={translate('reviews.policy.zeroOff')}>
          <WholeNumberField width={200} label={translate('reviews.policy.obligations')} value={policy.extra.overdueObligations ?? 0} least={0} most={50} onChange={(count) => changeExtra({ overdueObligations: count === 0 ? null : count })} />
        </FieldRow>
        <FieldRow label={translate('reviews.policy.safeSend')}>
          <WholeNumberField width={200} label={translate('reviews.policy.daysBefore')} value={policy.extra.safeSendLeadDays ?? 0} least={0} most={365} onChange={(safeSendLeadDays) => changeExtra({ safeSendLeadDays })} />
        </FieldRow>
        <FieldRow label={translate('reviews.policy.rules')} hint={translate('reviews.policy.rulesHint')}>
          <Stack direction="row" spacing={1}>
            <Button variant="outlined" size="small" onClick={() => void planAll('monthly')}>
              {translate('reviews.policy.planMonthly')}
            </Button>
            <Button variant="outlined" size="small" onClick={() => void planAll('all')}>
              {translate('reviews.policy.planAll')}
            </Button>
          </Stack>
        </FieldRow>
      </SectionCard>
      <SectionCard title={translate('reviews.policy.holding')}>
        <FieldRow label={translate('reviews.policy.lead')} hint={translate('reviews.policy.leadHint')}>
          <WholeNumberField width={200} label={translate('reviews.policy.daysBefore')} value={policy.leadDays} least={0} most={90} onChange={(leadDays) => change({ leadDays })} />
        </FieldRow>
        <FieldRow label={translate('reviews.policy.checklist')}>
          <TextField select fullWidth label={translate('reviews.policy.checklist')} value={policy.checklistId} onChange={(event) => change({ checklistId: event.target.value })}>
            {checklists.map(({ id, checklist }) => (
              <MenuItem key={id} value={id}>
                {language === 'en' ? checklist.nameEn : checklist.nameZh}
              </MenuItem>
            ))}
          </TextField>
        </FieldRow>
      </SectionCard>
      {kept !== null && (
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
          <Button variant="contained" disabled={!isSound} loading={save.isRunning} onClick={() => void run()}>
            {translate('reviews.policy.save')}
          </Button>
          {kept.status}
        </Stack>
      )}
    </Stack>
  );
}

interface CadenceFieldProps {
  readonly label: string;
  readonly value: Cadence | null;
  readonly onChange: (cadence: Cadence | null) => void;
}

function CadenceField({ label, value, onChange }: CadenceFieldProps) {
  const translate = useTranslate();
  return (
    <TextField select label={label} value={value ?? 'never'} onChange={(event) => onChange(cadences.find((each) => each === event.target.value) ?? null)} sx={{ minWidth: 140 }}>
      {cadences.map((cadence) => (
        <MenuItem key={cadence} value={cadence}>
          {translate(`reviews.cadence.${cadence}`)}
        </MenuItem>
      ))}
      <MenuItem value="never">{translate('reviews.cadence.never')}</MenuItem>
    </TextField>
  );
}

function AddButton({ onClick }: { readonly onClick: () => void }) {
  const translate = useTranslate();
  return (
    <Button size="small" startIcon={<AddIcon />} onClick={onClick} sx={{ alignSelf: 'flex-start' }}>
      {translate('reviews.policy.addLine')}
    </Button>
  );
}

function RemoveButton({ onClick }: { readonly onClick: () => void }) {
  const translate = useTranslate();
  return (
    <Tooltip title={translate('reviews.policy.removeLine')}>
      <IconButton aria-label={translate('reviews.policy.removeLine')} onClick={onClick}>
        <DeleteIcon />
      </IconButton>
    </Tooltip>
  );
}
