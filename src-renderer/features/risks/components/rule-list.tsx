import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { shippedRules, type RuleDraft, type WarningRule } from '#shared/features/risks/warnings.ts';
import { useFormat } from '../../../i18n/format.ts';
import { isStringKey, useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { UnfinishedNotice } from '../../../keeping/unfinished-notice.tsx';
import { useResumeAmong } from '../../../keeping/use-resume.ts';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { useTriggerWords } from '../use-trigger-words.ts';
import { RuleDialog } from './rule-dialog.tsx';

/** Rules that warn: what for, how often they did, and whether it helped. */
export function RuleList() {
  const translate = useTranslate();
  const mayConfigure = usePermission('risks.configure');
  const rules = useOperation('risks.rules', undefined);
  const shipped = useCommand('risks.addShipped');
  const [edited, setEdited] = useState<WarningRule | 'new' | null>(null);
  useResumeAmong('warningRule', rules.data, (rule) => setEdited(rule ?? 'new'));
  const addShipped = () => {
    const names = shippedRules.map(({ key }) => {
      const name = `risks.shipped.${key}`;
      return [key, isStringKey(name) ? translate(name) : key] as const;
    });
    void shipped.run({ names: Object.fromEntries(names) });
  };
  return (
    <Stack spacing={2}>
      <UnfinishedNotice contractId={null} dialogs={['warningRule']} />
      {mayConfigure && (
        <Button variant="contained" startIcon={<AddIcon />} onClick={() => setEdited('new')} sx={{ alignSelf: 'flex-end' }}>
          {translate('risks.rules.add')}
        </Button>
      )}
      {shipped.error !== null && <ErrorMessage error={shipped.error} />}
      {rules.data === undefined && (rules.error === null ? <LoadingState /> : <ErrorMessage error={rules.error} onRetry={rules.refetch} />)}
      {rules.data?.length === 0 && (
        <EmptyState
          title={translate('risks.rules.none.title')}
          body={translate('risks.rules.none.body')}
          action={
            mayConfigure && (
              <Button variant="outlined" loading={shipped.isRunning} onClick={addShipped}>
                {translate('risks.rules.addShipped')}
              </Button>
            )
          }
        />
      )}
      {rules.data?.map((rule) => (
        <RuleCard key={rule.id} rule={rule} {...(mayConfigure ? { onEdit: () => setEdited(rule) } : {})} />
      ))}
      {edited !== null && <RuleDialog key={edited === 'new' ? 'new' : edited.id} rule={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Stack>
  );
}

function RuleCard({ rule, onEdit }: { readonly rule: WarningRule; readonly onEdit?: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const confirm = useConfirm();
  const wordsOf = useTriggerWords();
  const saving = useCommand('risks.saveRule');
  const removing = useCommand('risks.removeRule');
  const change = async (isOn: boolean) => {
    const reply = await saving.run({ id: rule.id, revision: rule.revision, draft: { ...draftOfRule(rule), isOn } });
    if (!reply.ok) toast.failure(reply.error);
  };
  const remove = async () => {
    const isSure = await confirm({ title: translate('risks.rules.removeTitle', { name: rule.name }), body: translate('risks.rules.removeBody'), confirmLabel: translate('risks.rules.remove'), destructive: true });
    if (!isSure) return;
    const reply = await removing.run({ id: rule.id });
    if (!reply.ok) toast.failure(reply.error);
  };
  const judged = rule.useful + rule.notUseful;
  return (
    <SectionCard
      title={rule.name}
      subtitle={wordsOf(rule.trigger)}
      actions={
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
          <FormControlLabel
            control={<Switch checked={rule.isOn} disabled={onEdit === undefined || saving.isRunning} onChange={(_, isOn) => void change(isOn)} slotProps={{ input: { 'aria-label': translate('risks.rules.switch', { name: rule.name }) } }} />}
            label={translate(rule.isOn ? 'risks.rules.on' : 'risks.rules.off')}
          />
          {onEdit !== undefined && (
            <>
              <Button size="small" onClick={onEdit} aria-label={translate('risks.rules.editOne', { name: rule.name })}>
                {translate('risks.rules.edit')}
              </Button>
              <Button size="small" color="inherit" onClick={() => void remove()} aria-label={translate('risks.rules.removeOne', { name: rule.name })}>
                {translate('risks.rules.remove')}
              </Button>
            </>
          )}
        </Stack>
      }
    >
      <Typography variant="body2">
        {translate('risks.rules.hits', { count: rule.hits })}
        {judged > 0 && ` · ${translate('risks.rules.judged', { useful: rule.useful, judged, share: format.percent(rule.useful / judged) })}`}
        {rule.lastAt !== null && ` · ${translate('risks.rules.last', { time: format.dateTime(rule.lastAt) })}`}
      </Typography>
      <Typography variant="caption" color="textSecondary" component="p" sx={{ mt: 0.5 }}>
        {rule.switches.slice(0, 4).map(({ at, isOn, byName }) => translate(isOn ? 'risks.rules.switchedOn' : 'risks.rules.switchedOff', { time: format.dateTime(at), name: byName })).join(' · ')}
      </Typography>
    </SectionCard>
  );
}

function draftOfRule({ name, trigger, audience, how, isOn }: WarningRule): RuleDraft {
  return { name, trigger, audience, how, isOn };
}
