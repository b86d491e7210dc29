import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { AuditBreak } from '#shared/features/audit/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useTask } from '../../../ipc/use-task.ts';
import { monospaced } from '../../../theme/theme.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { ProgressLine } from '../../../ui/progress-line.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';

/** Holds the log against its own chain of hashes and tells what was done to it, and where. */
export function ChainCheck() {
  const translate = useTranslate();
  const format = useFormat();
  const { state, start, cancel } = useTask('audit.check', 'audit.cancelCheck');
  const { progress } = state.kind === 'running' ? state : { progress: null };
  return (
    <SectionCard
      title={translate('audit.chain.title')}
      subtitle={translate('audit.chain.lead')}
      actions={
        <Button variant="outlined" disabled={state.kind === 'running'} onClick={() => void start({})}>
          {translate('audit.chain.check')}
        </Button>
      }
    >
      <Stack spacing={1.5} aria-live="polite">
        {state.kind === 'running' && <ProgressLine label={translate('audit.chain.checking')} fraction={progress === null ? null : progress.step / progress.steps} onCancel={cancel} />}
        {state.kind === 'failed' && <ErrorMessage error={state.error} operation="audit.check" />}
        {state.kind === 'cancelled' && <Typography color="textSecondary">{translate('audit.chain.cancelled')}</Typography>}
        {state.kind === 'done' && state.value.breaks.length === 0 && (
          <Alert severity="success">{translate('audit.chain.whole', { count: state.value.events, time: format.dateTime(state.value.checkedAt) })}</Alert>
        )}
        {state.kind === 'done' && state.value.breaks.length > 0 && <Breaks breaks={state.value.breaks} />}
        {state.kind === 'done' && (
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
            <Typography variant="body2" color="textSecondary">
              {translate('audit.chain.head')}
            </Typography>
            <Typography variant="body2" sx={{ fontFamily: monospaced, overflowWrap: 'anywhere', minWidth: 0 }}>
              {state.value.head}
            </Typography>
            <CopyButton text={state.value.head} label={translate('audit.chain.copyHead')} />
          </Box>
        )}
      </Stack>
    </SectionCard>
  );
}

function Breaks({ breaks }: { readonly breaks: readonly AuditBreak[] }) {
  const translate = useTranslate();
  return (
    <Alert severity="error">
      {translate('audit.chain.broken')}
      <Box component="ul" sx={{ my: 0.5, pl: 2.5 }}>
        {breaks.map(({ kind, from, to }) => (
          <li key={`${kind} ${from}`}>
            {translate(`audit.break.${kind}`, { place: from === to ? translate('audit.chain.one', { from }) : translate('audit.chain.several', { from, to }) })}
          </li>
        ))}
      </Box>
    </Alert>
  );
}
