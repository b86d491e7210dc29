import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useLanguage, useTranslate } from '../../i18n/i18n.ts';
import { useCommand } from '../../ipc/use-command.ts';
import { useTask } from '../../ipc/use-task.ts';
import { useConfirm } from '../../ui/confirm-store.ts';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { ProgressLine } from '../../ui/progress-line.tsx';
import { SectionCard } from '../../ui/section-card.tsx';

/** Writes everything out in open formats, after a warning that nothing of it is encrypted. */
export function TakeoutSection() {
  const translate = useTranslate();
  const language = useLanguage() === 'en' ? 'en' : 'zh';
  const confirm = useConfirm();
  const pick = useCommand('takeout.pickFolder');
  const { state, start, cancel } = useTask('takeout.run', 'takeout.cancel');
  const run = async () => {
    const isSure = await confirm({ title: translate('takeout.confirmTitle'), body: translate('takeout.confirmBody'), confirmLabel: translate('takeout.choose'), destructive: true });
    if (!isSure) return;
    const picked = await pick.run(undefined);
    if (picked.ok && picked.value !== null) await start({ pickId: picked.value.pickId, language });
  };
  const progress = state.kind === 'running' ? state.progress : null;
  return (
    <SectionCard
      title={translate('takeout.title')}
      subtitle={translate('takeout.lead')}
      actions={
        <Button variant="outlined" disabled={state.kind === 'running'} onClick={() => void run()}>
          {translate('takeout.run')}
        </Button>
      }
    >
      <Stack spacing={1.5} aria-live="polite">
        <Typography color="textSecondary">{translate('takeout.what')}</Typography>
        <ErrorMessage error={pick.error} operation="takeout.pickFolder" />
        {state.kind === 'running' && (
          <ProgressLine label={progress === null ? translate('takeout.begin') : translate('takeout.running', { done: progress.step, all: progress.steps })} fraction={progress === null ? null : progress.step / progress.steps} onCancel={cancel} />
        )}
        {state.kind === 'failed' && <ErrorMessage error={state.error} operation="takeout.run" />}
        {state.kind === 'cancelled' && <Alert severity="info">{translate('takeout.cancelled')}</Alert>}
        {state.kind === 'done' && (
          <Alert severity={state.value.damaged > 0 ? 'warning' : 'success'}>
            {translate('takeout.done', { folder: state.value.folder, contracts: state.value.contracts, files: state.value.files })}
            {state.value.damaged > 0 && ` ${translate('takeout.damaged', { count: state.value.damaged })}`}
            {state.value.isPartial && ` ${translate('takeout.partial')}`}
          </Alert>
        )}
      </Stack>
    </SectionCard>
  );
}
