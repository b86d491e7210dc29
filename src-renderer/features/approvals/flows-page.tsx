import AddIcon from '@mui/icons-material/Add';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Flow } from '#shared/features/approvals/model.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useCommand } from '../../ipc/use-command.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { usePermission } from '../../ipc/use-vault-status.ts';
import { UnfinishedNotice } from '../../keeping/unfinished-notice.tsx';
import { useResumeAmong } from '../../keeping/use-resume.ts';
import { useConfirm } from '../../ui/confirm-store.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { SectionCard } from '../../ui/section-card.tsx';
import { StatusChip } from '../../ui/status-chip.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { FlowDialog } from './components/flow-dialog.tsx';
import { newDraft, useShippedNames, useStepWords } from './flow-draft.ts';

/** Who must agree to contracts of which type, said in words; those who may, change it. */
export function FlowsPage() {
  const translate = useTranslate();
  const mayConfigure = usePermission('approvals.configure');
  const flows = useOperation('approvals.flows', undefined);
  const members = useOperation('approvals.members', undefined);
  const [edited, setEdited] = useState<Flow | 'new' | null>(null);
  useResumeAmong('flow', flows.data, (flow) => setEdited(flow ?? 'new'));
  const stepWords = useStepWords(members.data ?? []);
  return (
    <Page
      title={translate('approvals.flows.title')}
      subtitle={translate('approvals.flows.subtitle')}
      back={{ to: '/approvals', label: translate('approvals.title') }}
      maxWidth={960}
      actions={
        mayConfigure && (
          <Stack direction="row" spacing={1}>
            <AdoptButton />
            <Button variant="contained" startIcon={<AddIcon />} onClick={() => setEdited('new')}>
              {translate('approvals.flows.add')}
            </Button>
          </Stack>
        )
      }
    >
      <UnfinishedNotice contractId={null} dialogs={['flow']} />
      {flows.data === undefined && (flows.error === null ? <LoadingState /> : <ErrorMessage error={flows.error} onRetry={flows.refetch} />)}
      {flows.data?.length === 0 && <EmptyState title={translate('approvals.flows.none.title')} body={translate('approvals.flows.none.body')} />}
      {mayConfigure && flows.data?.some(({ isOn }) => !isOn) === true && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {translate('approvals.flows.offNote')}
        </Alert>
      )}
      <Stack spacing={2}>
        {flows.data?.map((flow) => (
          <FlowCard key={flow.id} flow={flow} lines={flow.steps.map(stepWords)} {...(mayConfigure ? { onEdit: () => setEdited(flow) } : {})} />
        ))}
      </Stack>
      {edited !== null && members.data !== undefined && (
        <FlowDialog key={edited === 'new' ? 'new' : edited.id} flow={edited === 'new' ? null : edited} draft={edited === 'new' ? newDraft(translate('approvals.flows.firstStep')) : edited} members={members.data} onClose={() => setEdited(null)} />
      )}
    </Page>
  );
}

/** Adds the flows that Deedbox ships, where no flow serves a type yet. */
function AdoptButton() {
  const translate = useTranslate();
  const toast = useToast();
  const names = useShippedNames();
  const adopt = useCommand('approvals.addShipped');
  const run = async () => {
    const reply = await adopt.run({ names });
    if (!reply.ok) return toast.failure(reply.error);
    const { added: number, off } = reply.value;
    return toast.success(translate(number === 0 ? 'approvals.flows.adoptedNone' : off === 0 ? 'approvals.flows.adopted' : 'approvals.flows.adoptedOff', { number, off }));
  };
  return (
    <Button variant="outlined" loading={adopt.isRunning} onClick={() => void run()}>
      {translate('approvals.flows.adopt')}
    </Button>
  );
}

interface FlowCardProps {
  readonly flow: Flow;
  readonly lines: readonly string[];
  readonly onEdit?: () => void;
}

function FlowCard({ flow, lines, onEdit }: FlowCardProps) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const confirm = useConfirm();
  const remove = useCommand('approvals.removeFlow');
  const types = flow.contractTypes.length === 0 ? translate('approvals.flows.allOthers') : format.list(flow.contractTypes.map((type) => translate(`templates.type.${type}`)));
  const ask = async () => {
    const isSure = await confirm({ title: translate('approvals.flows.removeTitle', { name: flow.name }), body: translate('approvals.flows.removeBody'), confirmLabel: translate('approvals.flows.remove'), destructive: true });
    if (!isSure) return;
    const reply = await remove.run({ id: flow.id });
    if (!reply.ok) toast.failure(reply.error);
  };
  return (
    <SectionCard
      title={flow.name}
      subtitle={types}
      actions={
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
          <StatusChip label={translate(flow.isOn ? 'approvals.flows.on' : 'approvals.flows.off')} tone={flow.isOn ? 'success' : 'neutral'} />
          {onEdit !== undefined && (
            <>
              <Button size="small" onClick={onEdit} aria-label={translate('approvals.flows.editOne', { name: flow.name })}>
                {translate('approvals.flows.edit')}
              </Button>
              <Button size="small" color="inherit" onClick={() => void ask()} aria-label={translate('approvals.flows.removeOne', { name: flow.name })}>
                {translate('approvals.flows.remove')}
              </Button>
            </>
          )}
        </Stack>
      }
    >
      {/* Each line begins with its step, and steps side by side have the same: the list has no numbers of its own. */}
      <Stack component="ul" spacing={0.5} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {lines.map((line) => (
          <Typography key={line} component="li" variant="body2">
            {line}
          </Typography>
        ))}
      </Stack>
      <Typography variant="caption" color="textSecondary" component="p" sx={{ mt: 1 }}>
        {translate('approvals.flows.changed', { version: flow.version, name: flow.changedByName, time: format.dateTime(flow.changedAt) })}
      </Typography>
    </SectionCard>
  );
}
