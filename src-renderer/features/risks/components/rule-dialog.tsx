import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { useId } from 'react';
import { needsFinance, newTrigger, triggerKinds, type RuleDraft, type WarningRule } from '#shared/features/risks/warnings.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useHolds } from '../../../ipc/use-vault-status.ts';
import { KeptDialog } from '../../../keeping/kept-dialog.tsx';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { ruleFields } from '../rule-fields.ts';
import { useTriggerWords } from '../use-trigger-words.ts';
import { DryRunCard } from './dry-run-card.tsx';
import { SelectField } from './select-field.tsx';
import { isSoundTrigger, TriggerFields } from './trigger-fields.tsx';

interface RuleDialogProps {
  /** Null for a new one. */
  readonly rule: WarningRule | null;
  readonly onClose: () => void;
}

/** Builds a rule, and shows at once what it would have warned of in the past year; kept until it is saved or given up. */
export function RuleDialog({ rule, onClose }: RuleDialogProps) {
  const titleId = useId();
  const fresh = (): RuleDraft =>
    rule === null
      ? { name: '', trigger: newTrigger('notice_near'), audience: { kind: 'owner' }, how: 'notify', isOn: true }
      : { name: rule.name, trigger: rule.trigger, audience: rule.audience, how: rule.how, isOn: rule.isOn };
  return (
    <KeptDialog of={{ contractId: null, dialog: 'warningRule', about: rule?.id ?? '' }} revision={rule?.revision ?? null} fields={ruleFields} fresh={fresh} isOpen onClose={onClose} titleId={titleId}>
      {(kept) => <RuleForm rule={rule} titleId={titleId} kept={kept} />}
    </KeptDialog>
  );
}

interface RuleFormProps extends Pick<RuleDialogProps, 'rule'> {
  readonly titleId: string;
  readonly kept: KeptForm<RuleDraft>;
}

function RuleForm({ rule, titleId, kept }: RuleFormProps) {
  const translate = useTranslate();
  const save = useCommand('risks.saveRule');
  const members = useOperation('approvals.members', undefined);
  const wordsOf = useTriggerWords();
  const { typed: draft, change } = kept;
  const isSound = isSoundTrigger(draft.trigger);
  const holdsFinance = useHolds('finance');
  const kinds = triggerKinds.filter((kind) => holdsFinance || !needsFinance(newTrigger(kind)));
  const run = async () => {
    const name = draft.name.trim() === '' ? wordsOf(draft.trigger).slice(0, 80) : draft.name;
    const reply = await save.run({ id: rule?.id ?? null, revision: kept.revision ?? 0, draft: { ...draft, name } });
    if (reply.ok) kept.close();
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
    <>
      <DialogTitle id={titleId}>{translate(rule === null ? 'risks.rules.add' : 'risks.rules.edit')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {kept.notice}
          {save.error !== null && <ErrorMessage error={save.error} />}
          <TextField autoFocus label={translate('risks.rules.name')} placeholder={wordsOf(draft.trigger)} value={draft.name} onChange={(event) => change({ name: event.target.value })} slotProps={{ htmlInput: { maxLength: 80 }, inputLabel: { shrink: true } }} />
          <SelectField label={translate('risks.rules.when')} options={kinds} value={draft.trigger.kind} nameOf={(kind) => translate(`risks.triggerKind.${kind}`)} onChange={(kind) => change({ trigger: newTrigger(kind) })} />
          <TriggerFields trigger={draft.trigger} onChange={(trigger) => change({ trigger })} />
          <Stack direction="row" spacing={2}>
            <SelectField label={translate('risks.rules.who')} options={people} value={people.includes(chosen) ? chosen : 'everybody'} nameOf={nameOf} onChange={choose} />
            <SelectField label={translate('risks.rules.how')} options={['notify', 'list'] as const} value={draft.how} nameOf={(how) => translate(`risks.how.${how}`)} onChange={(how) => change({ how })} />
          </Stack>
          <FormControlLabel control={<Switch checked={draft.isOn} onChange={(_, isOn) => change({ isOn })} />} label={translate('risks.rules.isOn')} />
          {isSound && <DryRunCard trigger={draft.trigger} />}
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('risks.save')} isDisabled={!isSound} isRunning={save.isRunning} onGo={run} onCancel={kept.close} status={kept.status} />
    </>
  );
}
