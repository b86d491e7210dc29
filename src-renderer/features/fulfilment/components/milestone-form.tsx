import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Milestone } from '#shared/features/fulfilment/model.ts';
import { isDay } from '#shared/kernel/day.ts';
import { moneyToFigures, parseMoney } from '#shared/kernel/money.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useHolds } from '../../../ipc/use-vault-status.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';

/** Enters or changes a milestone; what it is worth only for those who see sums. */
export function MilestoneForm({ contract, milestone, onClose }: { readonly contract: Contract; readonly milestone: Milestone | null; readonly onClose: () => void }) {
  const translate = useTranslate();
  const save = useCommand('fulfilment.saveMilestone');
  const holdsFinance = useHolds('finance');
  const worth = milestone === null || isWithheld(milestone.worth) ? null : milestone.worth;
  const currency = worth?.value?.currency ?? (isWithheld(contract.amount) ? 'CNY' : (contract.amount?.inclusive.currency ?? 'CNY'));
  const [draft, setDraft] = useState<{ name: string; dueOn: string; value: string; share: string }>({
    name: milestone?.name ?? '',
    dueOn: milestone?.dueOn ?? '',
    value: worth === null || worth.value === null ? '' : moneyToFigures(worth.value),
    share: worth === null || worth.shareBasisPoints === null ? '' : String(worth.shareBasisPoints / 100),
  });
  const value = draft.value.trim() === '' ? null : parseMoney(draft.value, currency);
  const share = draft.share.trim() === '' ? null : Number(draft.share);
  const isRight = draft.name.trim() !== '' && (value === null || value.ok) && (share === null || (share >= 0 && share <= 100));
  const send = async () => {
    const entered = { value: value?.ok === true ? value.value : null, shareBasisPoints: share === null ? null : Math.round(share * 100) };
    const reply = await save.run({ contractId: contract.summary.id, id: milestone?.id ?? null, entry: { name: draft.name, dueOn: isDay(draft.dueOn) ? draft.dueOn : null, ...(holdsFinance ? { worth: entered } : {}) } });
    if (reply.ok) onClose();
  };
  return (
    <Stack spacing={1.5}>
      <PlainTextField autoFocus required label={translate('fulfilment.milestoneName')} value={draft.name} onChange={(event) => setDraft({ ...draft, name: event.target.value })} slotProps={{ htmlInput: { maxLength: 80 } }} />
      <DateField id="milestone-on" label={translate('fulfilment.due.on')} value={draft.dueOn} onChange={(dueOn) => setDraft({ ...draft, dueOn })} />
      {holdsFinance && (
        <Stack direction="row" spacing={1}>
          <TextField label={translate('fulfilment.value', { currency })} value={draft.value} error={value !== null && !value.ok} onChange={(event) => setDraft({ ...draft, value: event.target.value })} slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 40 } }} />
          <TextField label={translate('fulfilment.share')} value={draft.share} error={share !== null && !(share >= 0 && share <= 100)} onChange={(event) => setDraft({ ...draft, share: event.target.value })} slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 6 } }} />
        </Stack>
      )}
      <ErrorMessage error={save.error} />
      <FormButtons label={translate('fulfilment.save')} isDisabled={!isRight} isRunning={save.isRunning} onSave={send} onCancel={onClose} />
    </Stack>
  );
}
