import AddIcon from '@mui/icons-material/Add';
import DeleteOutlineIcon from '@mui/icons-material/DeleteOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Milestone } from '#shared/features/fulfilment/model.ts';
import { progressOf } from '#shared/features/fulfilment/rules.ts';
import { isDay } from '#shared/kernel/day.ts';
import { parseMoney } from '#shared/kernel/money.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { usePermission, useVaultStatus } from '../../../ipc/use-vault-status.ts';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { Withheld } from '../../../ui/withheld.tsx';
import type { Fulfilment } from '../use-fulfilment.ts';

/** Groups of obligations that are worth something together, with how far each is. */
export function MilestonesCard({ contract, fulfilment }: { readonly contract: Contract; readonly fulfilment: Fulfilment }) {
  const translate = useTranslate();
  const mayWrite = usePermission('fulfilment.write');
  const [isAdding, setAdding] = useState(false);
  if (fulfilment.milestones.length === 0 && !mayWrite) return null;
  return (
    <SectionCard
      title={translate('fulfilment.milestones')}
      actions={
        mayWrite && !isAdding && (
          <Button size="small" startIcon={<AddIcon />} onClick={() => setAdding(true)}>
            {translate('fulfilment.addMilestone')}
          </Button>
        )
      }
    >
      <Stack spacing={2}>
        {fulfilment.milestones.length === 0 && !isAdding && <Typography sx={{ color: 'text.secondary' }}>{translate('fulfilment.noMilestones')}</Typography>}
        {fulfilment.milestones.map((milestone) => (
          <MilestoneLine key={milestone.id} milestone={milestone} fulfilment={fulfilment} />
        ))}
        {isAdding && <MilestoneForm contract={contract} onClose={() => setAdding(false)} />}
      </Stack>
    </SectionCard>
  );
}

function MilestoneLine({ milestone, fulfilment }: { readonly milestone: Milestone; readonly fulfilment: Fulfilment }) {
  const translate = useTranslate();
  const format = useFormat();
  const confirm = useConfirm();
  const mayWrite = usePermission('fulfilment.write');
  const remove = useCommand('fulfilment.removeMilestone');
  const progress = progressOf(fulfilment.obligations.filter(({ milestoneId }) => milestoneId === milestone.id), fulfilment.today);
  const { worth } = milestone;
  const facts = isWithheld(worth) ? [] : [...(worth.value === null ? [] : [format.money(worth.value)]), ...(worth.shareBasisPoints === null ? [] : [format.percent(worth.shareBasisPoints / 10_000)])];
  const ask = async () => {
    if (await confirm({ title: translate('fulfilment.removeMilestone.title', { name: milestone.name }), body: translate('fulfilment.removeMilestone.body'), confirmLabel: translate('fulfilment.removeMilestone.confirm') })) await remove.run({ id: milestone.id });
  };
  return (
    <div>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
        <Typography sx={{ flex: 1, fontWeight: 600 }}>{milestone.name}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {[...(milestone.dueOn === null ? [] : [format.date(milestone.dueOn)]), ...facts, translate('fulfilment.doneOf', { done: progress.done, total: progress.total })].join(' · ')}
        </Typography>
        {isWithheld(worth) && <Withheld />}
        {mayWrite && (
          <IconButton size="small" aria-label={translate('fulfilment.removeOf', { title: milestone.name })} onClick={() => void ask()}>
            <DeleteOutlineIcon fontSize="small" />
          </IconButton>
        )}
      </Stack>
      <LinearProgress role="meter" variant="determinate" value={progress.share * 100} aria-label={translate('fulfilment.progressOf', { title: milestone.name })} sx={{ mt: 0.5, height: 6, borderRadius: 3 }} />
      <ErrorMessage error={remove.error} />
    </div>
  );
}

function MilestoneForm({ contract, onClose }: { readonly contract: Contract; readonly onClose: () => void }) {
  const translate = useTranslate();
  const status = useVaultStatus();
  const save = useCommand('fulfilment.saveMilestone');
  const holdsFinance = status?.state === 'unlocked' && status.compartments.includes('finance');
  const currency = isWithheld(contract.amount) ? 'CNY' : (contract.amount?.inclusive.currency ?? 'CNY');
  const [draft, setDraft] = useState({ name: '', dueOn: '', value: '', share: '' });
  const value = draft.value.trim() === '' ? null : parseMoney(draft.value, currency);
  const share = draft.share.trim() === '' ? null : Number(draft.share);
  const isRight = draft.name.trim() !== '' && (value === null || value.ok) && (share === null || (share >= 0 && share <= 100));
  const send = async () => {
    const worth = { value: value?.ok === true ? value.value : null, shareBasisPoints: share === null ? null : Math.round(share * 100) };
    const reply = await save.run({ contractId: contract.summary.id, id: null, entry: { name: draft.name, dueOn: isDay(draft.dueOn) ? draft.dueOn : null, ...(holdsFinance ? { worth } : {}) } });
    if (reply.ok) onClose();
  };
  return (
    <Stack spacing={1.5}>
      <TextField autoFocus required label={translate('fulfilment.milestoneName')} value={draft.name} onChange={(event) => setDraft({ ...draft, name: event.target.value })} slotProps={{ htmlInput: { maxLength: 80 } }} />
      <DateField id="milestone-on" label={translate('fulfilment.due.on')} value={draft.dueOn} onChange={(dueOn) => setDraft({ ...draft, dueOn })} />
      {holdsFinance && (
        <Stack direction="row" spacing={1}>
          <TextField label={translate('fulfilment.value', { currency })} value={draft.value} error={value !== null && !value.ok} onChange={(event) => setDraft({ ...draft, value: event.target.value })} slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 40 } }} />
          <TextField label={translate('fulfilment.share')} value={draft.share} error={share !== null && !(share >= 0 && share <= 100)} onChange={(event) => setDraft({ ...draft, share: event.target.value })} slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 6 } }} />
        </Stack>
      )}
      <ErrorMessage error={save.error} />
      <Stack direction="row" spacing={1}>
        <Button variant="contained" disabled={!isRight} loading={save.isRunning} onClick={() => void send()}>
          {translate('fulfilment.save')}
        </Button>
        <Button color="inherit" onClick={onClose}>
          {translate('ui.cancel')}
        </Button>
      </Stack>
    </Stack>
  );
}
