import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { EventPayload } from '#shared/ipc/events.ts';
import { useTranslate } from '../../../i18n/i18n.ts';

interface ExportProgressProps {
  readonly progress: EventPayload<'progress'> | null;
  readonly onCancel: () => void;
}

/** How far the export is, with the way to stop it. */
export function ExportProgress({ progress, onCancel }: ExportProgressProps) {
  const translate = useTranslate();
  const label = translate('signing.export.working');
  const phase = progress === null || progress.phase === 'read' || progress.phase === 'check' ? 'waiting' : progress.phase;
  return (
    <Stack spacing={1}>
      {progress === null ? (
        <LinearProgress aria-label={label} />
      ) : (
        <LinearProgress aria-label={label} variant="determinate" value={((progress.step - 0.5) / progress.steps) * 100} />
      )}
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Typography variant="body2" sx={{ flex: 1 }}>
          {translate(`signing.export.phase.${phase}`)}
          {progress !== null && (
            <Typography component="span" variant="body2" color="textSecondary" sx={{ ml: 1 }}>
              {translate('signing.export.step', { step: progress.step, steps: progress.steps })}
            </Typography>
          )}
        </Typography>
        {progress !== null && (
          <Button size="small" onClick={onCancel}>
            {translate('signing.export.cancel')}
          </Button>
        )}
      </Box>
    </Stack>
  );
}
