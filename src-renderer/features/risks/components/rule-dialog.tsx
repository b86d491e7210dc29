import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { needsFinance, newTrigger, triggerKinds, type RuleDraft, type WarningRule } from '#shared/features/risks/warnings.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useHolds } from '../../../ipc/use-vault-status.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useTriggerWords } from '../use-trigger-words.ts';
import { DryRunCard } from './dry-run-card.tsx';
import { SelectField } from './select-field.tsx';
import { TriggerFields } from './trigger-fields.tsx';

/** Builds a rule, and shows at once what it would have warned of in the past year. */
export function RuleDialog({ rule, onClose }: { readonly rule: WarningRule | null; readonly onClose: () => void }) {
  const translate = useTranslate();
  const titleId = useId();
  const save = useCommand('risks.saveRule');
  const members = useOperation('approvals.members', undefined);
  const wordsOf = useTriggerWords();
  const [draft, setDraft] = useState<RuleDraft>(() =>
    rule === null
      ? { name: '', trigger: newTrigger('notice_near'), audience: { kind: 'owner' }, how: 'notify', isOn: true }
      : { name: rule.name, trigger: rule.trigger, audience: rule.audience, how: rule.how, isOn: rule.isOn },
  );
  const change = (part: Partial<RuleDraft>) => setDraft({ ...draft, ...part });
  const holdsFinance = useHolds('finance');
  const kinds = triggerKinds.filter((kind) => holdsFinance || !needsFinance(newTrigger(kind)));
  const run = async () => {
    const name = draft.name.trim() === '' ? wordsOf(draft.trigger).slice(0, 80) : draft.name;
    const reply = await save.run({ id: rule?.id ?? null, revision: rule?.revision ?? 0, draft: { ...draft, name } });
    if (reply.ok) onClose();
  };
  const people = ['owner', 'everybody', ...(members.data ?? []).map(({ id }) => id)];
  const chosen = draft.audience.kind === 'person' ? draft.audience.userId : draft.audience.kind;
  const nameOf = (value: string): string => (value === 'owner' || value === 'everybody' ? translate(`risks.audience.${value}`) : (members.data?.find(({ id }) => id === value)?.name ?? ''));
  const choose = (value: string) => {
    const member = members.data?.find(({ id }) => id === value);
    if (member !== undefined) change({ audience: { kind: 'person', userId: member.id } });
    else if (value === 'owner' || value === 'everybody') change({ audience: { kind: value } });
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate(rule === null ? 'risks.rules.add' : 'risks.rules.edit')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {save.error !== null && <ErrorMessage error={save.error} />}
          <TextField autoFocus label={translate('risks.rules.name')} placeholder={wordsOf(draft.trigger)} value={draft.name} onChange={(event) => change({ name: event.target.value })} slotProps={{ htmlInput: { maxLength: 80 }, inputLabel: { shrink: true } }} />
          <SelectField label={translate('risks.rules.when')} options={kinds} value={draft.trigger.kind} nameOf={(kind) => translate(`risks.triggerKind.${kind}`)} onChange={(kind) => change({ trigger: newTrigger(kind) })} />
          <TriggerFields trigger={draft.trigger} onChange={(trigger) => change({ trigger })} />
          <Stack direction="row" spacing={2}>
            <SelectField label={translate('risks.rules.who')} options={people} value={people.includes(chosen) ? chosen : 'everybody'} nameOf={nameOf} onChange={choose} />
            <SelectField label={translate('risks.rules.how')} options={['notify', 'list'] as const} value={draft.how} nameOf={(how) => translate(`risks.how.${how}`)} onChange={(how) => change({ how })} />
          </Stack>
          <FormControlLabel control={<Switch checked={draft.isOn} onChange={(_, isOn) => change({ isOn })} />} label={translate('risks.rules.isOn')} />
          <DryRunCard trigger={draft.trigger} />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('risks.save')} isRunning={save.isRunning} onGo={run} onCancel={onClose} />
    </Dialog>
  );
}
