import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Drill } from '#shared/features/backups/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useTask } from '../../../ipc/use-task.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { ProgressLine } from '../../../ui/progress-line.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useToast } from '../../../ui/use-toast.ts';

interface DrillCardProps {
  readonly drills: readonly Drill[];
  readonly isOverdue: boolean;
  readonly hasBackup: boolean;
}

/** Rehearses a restore and keeps what was found: a backup that nobody ever restored is a hope. */
export function DrillCard({ drills, isOverdue, hasBackup }: DrillCardProps) {
  const translate = useTranslate();
  const { state, start, cancel } = useTask('backups.drill', 'backups.cancel');
  return (
    <SectionCard
      title={translate('backups.drill.title')}
      subtitle={translate('backups.drill.lead')}
      actions={
        <Button variant="outlined" disabled={!hasBackup || state.kind === 'running'} onClick={() => void start({})}>
          {translate('backups.drill.run')}
        </Button>
      }
    >
      <Stack spacing={1.5} aria-live="polite">
        {isOverdue && <Alert severity="warning">{translate('backups.drill.overdue')}</Alert>}
        {state.kind === 'running' && <ProgressLine label={translate('backups.drill.running')} fraction={null} onCancel={cancel} />}
        {state.kind === 'failed' && <ErrorMessage error={state.error} operation="backups.drill" />}
        {drills.length === 0 && <Typography color="textSecondary">{translate('backups.drill.none')}</Typography>}
        <Stack component="ul" spacing={1.5} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {drills.map((drill) => (
            <DrillLine key={drill.id} drill={drill} />
          ))}
        </Stack>
      </Stack>
    </SectionCard>
  );
}

function DrillLine({ drill }: { readonly drill: Drill }) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const language = useLanguage() === 'en' ? 'en' : 'zh';
  const save = useCommand('backups.saveDrill');
  const write = async () => {
    const reply = await save.run({ id: drill.id, language });
    if (reply.ok && reply.value !== null) toast.success(translate('backups.drill.saved', { name: reply.value.fileName }));
  };
  return (
    <Box component="li">
      <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <StatusChip label={translate(drill.passed ? 'backups.drill.passed' : 'backups.drill.failed')} tone={drill.passed ? 'success' : 'danger'} />
        <Typography variant="subtitle2" component="p">
          {format.dateTime(drill.at)}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {translate('backups.drill.about', { taken: format.dateTime(drill.backupTakenAt), name: drill.byName, seconds: format.number(Math.max(0.1, Math.round(drill.milliseconds / 100) / 10)) })}
        </Typography>
        <Button size="small" loading={save.isRunning} onClick={() => void write()} aria-label={translate('backups.drill.pdfOf', { time: format.dateTime(drill.at) })}>
          {translate('backups.drill.pdf')}
        </Button>
      </Stack>
      <ErrorMessage error={save.error} />
      <Typography variant="body2" sx={{ mt: 0.25 }}>
        {drill.checks
          .map(({ step, passed, looked }) => translate(passed ? 'backups.drill.good' : 'backups.drill.bad', { step: translate(`backups.step.${step}`), count: format.number(looked) }))
          .join(translate('backups.drill.and'))}
      </Typography>
    </Box>
  );
}
