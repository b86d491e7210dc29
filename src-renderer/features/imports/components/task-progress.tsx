import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import type { Progress } from '../../../ipc/use-task.ts';

interface TaskProgressProps {
  readonly label: string;
  readonly progress: Progress | null;
  readonly onCancel: () => void;
}

/** How far a task is, with the way to stop it. */
export function TaskProgress({ label, progress, onCancel }: TaskProgressProps) {
  const translate = useTranslate();
  const format = useFormat();
  const fraction = progress === null ? null : Math.min(1, progress.step / progress.steps);
  return (
    <Stack spacing={1}>
      {fraction === null ? (
        <LinearProgress aria-label={label} />
      ) : (
        <LinearProgress aria-label={label} variant="determinate" value={fraction * 100} />
      )}
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Typography variant="body2" sx={{ flex: 1 }}>
          {progress === null || fraction === null || progress.phase === 'read'
            ? translate('imports.progress.read', { percent: format.percent(fraction ?? 0) })
            : translate('imports.progress.rows', { done: format.number(progress.step), rows: format.number(progress.steps) })}
        </Typography>
        <Button size="small" onClick={onCancel}>
          {translate('imports.progress.stop')}
        </Button>
      </Box>
    </Stack>
  );
}
