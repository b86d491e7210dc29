import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { z } from 'zod';
import { dueEvents, dueUnits, obligationIdSchema, type DueRule, type ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import { frequencies, ruleOf, type Recurrence } from '#shared/features/fulfilment/recurrence.ts';
import { isDay } from '#shared/kernel/day.ts';
import { typedNumber } from '#shared/kernel/typed-number.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { typedDay } from '../../../keeping/restore-typed.ts';
import { DateField } from '../../../ui/date-field.tsx';

/** A due rule as it is typed. */
export const dueDraftSchema = z
  .object({
    kind: z.enum(['none', 'fixed', 'offset', 'recurring']),
    on: typedDay,
    from: z.enum(dueEvents),
    obligationId: z.union([z.literal(''), obligationIdSchema]),
    amount: z.string(),
    direction: z.enum(['after', 'before']),
    unit: z.enum(dueUnits),
    frequency: z.enum(frequencies),
    until: typedDay,
  })
  .readonly();
export type DueDraft = z.infer<typeof dueDraftSchema>;

export const emptyDue: DueDraft = { kind: 'fixed', on: '', from: 'signed', obligationId: '', amount: '', direction: 'after', unit: 'day', frequency: 'monthly', until: '' };

export function draftOf(rule: DueRule): DueDraft {
  if (rule.kind === 'fixed') return { ...emptyDue, on: rule.on };
  if (rule.kind === 'none') return { ...emptyDue, kind: 'none' };
  return { ...emptyDue, kind: 'offset', from: rule.from, obligationId: rule.obligationId ?? '', amount: String(Math.abs(rule.amount)), direction: rule.amount < 0 ? 'before' : 'after', unit: rule.unit };
}

/** The rule that a draft stands for; null while something is missing. */
export function ruleOfDraft(draft: DueDraft): DueRule | Recurrence | null {
  switch (draft.kind) {
    case 'none':
      return { kind: 'none' };
    case 'fixed':
      return isDay(draft.on) ? { kind: 'fixed', on: draft.on } : null;
    case 'offset': {
      const amount = typedNumber(draft.amount);
      if (amount === null || !Number.isInteger(amount) || amount < 0 || amount > 3650) return null;
      const obligationId = draft.from === 'obligation' && draft.obligationId !== '' ? draft.obligationId : null;
      if (draft.from === 'obligation' && obligationId === null) return null;
      return { kind: 'offset', from: draft.from, obligationId, amount: draft.direction === 'before' ? -amount : amount, unit: draft.unit };
    }
    case 'recurring':
      if (!isDay(draft.on)) return null;
      return { kind: 'recurring', rule: ruleOf(draft.frequency, draft.on), from: draft.on, until: isDay(draft.until) ? draft.until : null };
  }
}

interface DueFieldsProps {
  readonly draft: DueDraft;
  readonly onChange: (draft: DueDraft) => void;
  readonly obligations: readonly { readonly id: ObligationId; readonly title: string }[];
  readonly mayRecur: boolean;
  readonly hasProblem: boolean;
}

/** When something is due: on a day, so long after an event, again and again, or not yet known. */
export function DueFields({ draft, onChange, obligations, mayRecur, hasProblem }: DueFieldsProps) {
  const translate = useTranslate();
  const kinds = mayRecur ? (['fixed', 'offset', 'recurring', 'none'] as const) : (['fixed', 'offset', 'none'] as const);
  const set = (change: Partial<DueDraft>) => onChange({ ...draft, ...change });
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
      <TextField select label={translate('fulfilment.due.kind')} value={draft.kind} onChange={(event) => set({ kind: kinds.find((one) => one === event.target.value) ?? 'fixed' })}>
        {kinds.map((kind) => (
          <MenuItem key={kind} value={kind}>
            {translate(`fulfilment.due.kinds.${kind}`)}
          </MenuItem>
        ))}
      </TextField>
      {(draft.kind === 'fixed' || draft.kind === 'recurring') && (
        <DateField id="due-on" label={translate(draft.kind === 'fixed' ? 'fulfilment.due.on' : 'fulfilment.due.from')} required value={draft.on} onChange={(on) => set({ on })} problem={hasProblem && !isDay(draft.on) ? translate('fulfilment.due.dayNeeded') : null} />
      )}
      {draft.kind === 'recurring' && (
        <>
          <TextField select label={translate('fulfilment.due.frequency')} value={draft.frequency} onChange={(event) => set({ frequency: frequencies.find((one) => one === event.target.value) ?? 'monthly' })}>
            {frequencies.map((frequency) => (
              <MenuItem key={frequency} value={frequency}>
                {translate(`fulfilment.frequency.${frequency}`)}
              </MenuItem>
            ))}
          </TextField>
          <DateField id="due-until" label={translate('fulfilment.due.until')} value={draft.until} onChange={(until) => set({ until })} hint={translate('fulfilment.due.untilHint')} />
        </>
      )}
      {draft.kind === 'offset' && <OffsetFields draft={draft} set={set} obligations={obligations} hasProblem={hasProblem} />}
    </Box>
  );
}

function OffsetFields({ draft, set, obligations, hasProblem }: Pick<DueFieldsProps, 'draft' | 'obligations' | 'hasProblem'> & { readonly set: (change: Partial<DueDraft>) => void }) {
  const translate = useTranslate();
  const events = obligations.length === 0 ? dueEvents.filter((event) => event !== 'obligation') : dueEvents;
  return (
    <>
      <TextField select label={translate('fulfilment.due.event')} value={draft.from} onChange={(event) => set({ from: dueEvents.find((one) => one === event.target.value) ?? 'signed' })}>
        {events.map((event) => (
          <MenuItem key={event} value={event}>
            {translate(`fulfilment.event.${event}`)}
          </MenuItem>
        ))}
      </TextField>
      {draft.from === 'obligation' && (
        <TextField select required label={translate('fulfilment.due.which')} value={draft.obligationId} error={hasProblem && draft.obligationId === ''} onChange={(event) => set({ obligationId: obligations.find(({ id }) => id === event.target.value)?.id ?? '' })}>
          {obligations.map(({ id, title }) => (
            <MenuItem key={id} value={id}>
              {title}
            </MenuItem>
          ))}
        </TextField>
      )}
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: '1fr 1fr 1fr', gridColumn: '1 / -1' }}>
        <TextField select label={translate('fulfilment.due.side')} value={draft.direction} onChange={(event) => set({ direction: event.target.value === 'before' ? 'before' : 'after' })}>
          <MenuItem value="after">{translate('fulfilment.due.sides.after')}</MenuItem>
          <MenuItem value="before">{translate('fulfilment.due.sides.before')}</MenuItem>
        </TextField>
        <TextField required label={translate('fulfilment.due.amount')} value={draft.amount} error={hasProblem && !Number.isInteger(typedNumber(draft.amount))} onChange={(event) => set({ amount: event.target.value })} slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 4 } }} />
        <TextField select label={translate('fulfilment.due.unit')} value={draft.unit} onChange={(event) => set({ unit: dueUnits.find((one) => one === event.target.value) ?? 'day' })}>
          {dueUnits.map((unit) => (
            <MenuItem key={unit} value={unit}>
              {translate(`fulfilment.due.units.${unit}`)}
            </MenuItem>
          ))}
        </TextField>
      </Box>
    </>
  );
}
