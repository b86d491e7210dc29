import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { z } from 'zod';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Milestone } from '#shared/features/fulfilment/model.ts';
import { isDay } from '#shared/kernel/day.ts';
import { moneyToFigures, parseMoney } from '#shared/kernel/money.ts';
import { typedNumber } from '#shared/kernel/typed-number.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useHolds } from '../../../ipc/use-vault-status.ts';
import { KeptForm, type KeptForm as KeptFormOf } from '../../../keeping/kept-form.tsx';
import { typedDay, type FieldsOf } from '../../../keeping/restore-typed.ts';
import { useInSight } from '../../../keeping/use-in-sight.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';

/** A milestone as it is being entered. */
interface MilestoneTyped {
  readonly name: string;
  readonly dueOn: string;
  readonly value: string;
  readonly share: string;
}

const fields: FieldsOf<MilestoneTyped> = { name: z.string(), dueOn: typedDay, value: z.string(), share: z.string() };

interface MilestoneFormProps {
  readonly contract: Contract;
  /** Null for a new one. */
  readonly milestone: Milestone | null;
  readonly onClose: () => void;
}

/** Enters or changes a milestone, kept until it is saved or given up; what it is worth only for those who see sums. */
export function MilestoneForm(props: MilestoneFormProps) {
  const { contract, milestone } = props;
  const worth = worthOf(milestone);
  const fresh = (): MilestoneTyped => ({
    name: milestone?.name ?? '',
    dueOn: milestone?.dueOn ?? '',
    value: worth === null || worth.value === null ? '' : moneyToFigures(worth.value),
    share: worth === null || worth.shareBasisPoints === null ? '' : String(worth.shareBasisPoints / 100),
  });
  return (
    <KeptForm of={{ contractId: contract.summary.id, dialog: 'milestone', about: milestone?.id ?? '' }} revision={milestone?.revision ?? null} fields={fields} fresh={fresh} onClose={props.onClose}>
      {(kept) => <Fields {...props} kept={kept} />}
    </KeptForm>
  );
}

function worthOf(milestone: Milestone | null) {
  return milestone === null || isWithheld(milestone.worth) ? null : milestone.worth;
}

function Fields({ contract, milestone, kept }: MilestoneFormProps & { readonly kept: KeptFormOf<MilestoneTyped> }) {
  const translate = useTranslate();
  const save = useCommand('fulfilment.saveMilestone');
  const holdsFinance = useHolds('finance');
  const form = useInSight<HTMLDivElement>(kept.notice);
  const { typed: draft, change, close } = kept;
  const currency = worthOf(milestone)?.value?.currency ?? (isWithheld(contract.amount) ? 'CNY' : (contract.amount?.inclusive.currency ?? 'CNY'));
  const value = draft.value.trim() === '' ? null : parseMoney(draft.value, currency);
  const share = typedNumber(draft.share);
  const isShareRight = draft.share.trim() === '' || (share !== null && share >= 0 && share <= 100);
  const isRight = draft.name.trim() !== '' && (value === null || value.ok) && isShareRight;
  const send = async () => {
    const entered = { value: value?.ok === true ? value.value : null, shareBasisPoints: share === null ? null : Math.round(share * 100) };
    const reply = await save.run({ contractId: contract.summary.id, id: milestone?.id ?? null, revision: kept.revision ?? milestone?.revision ?? 0, entry: { name: draft.name, dueOn: isDay(draft.dueOn) ? draft.dueOn : null, ...(holdsFinance ? { worth: entered } : {}) } });
    if (reply.ok) close();
  };
  return (
    <Stack ref={form} spacing={1.5}>
      {kept.notice}
      <PlainTextField autoFocus required label={translate('fulfilment.milestoneName')} value={draft.name} onChange={(event) => change({ name: event.target.value })} slotProps={{ htmlInput: { maxLength: 80 } }} />
      <DateField id="milestone-on" label={translate('fulfilment.due.on')} value={draft.dueOn} onChange={(dueOn) => change({ dueOn })} />
      {holdsFinance && (
        <Stack direction="row" spacing={1}>
          <TextField label={translate('fulfilment.value', { currency })} value={draft.value} error={value !== null && !value.ok} onChange={(event) => change({ value: event.target.value })} slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 40 } }} />
          <TextField label={translate('fulfilment.share')} value={draft.share} error={!isShareRight} onChange={(event) => change({ share: event.target.value })} slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 6 } }} />
        </Stack>
      )}
      <ErrorMessage error={save.error} />
      <FormButtons label={translate('fulfilment.save')} isDisabled={!isRight} isRunning={save.isRunning} onSave={send} onCancel={close} status={kept.status} />
    </Stack>
  );
}
