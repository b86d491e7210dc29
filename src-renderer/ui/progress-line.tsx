import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslate } from '../i18n/i18n.ts';

interface ProgressLineProps {
  /** What is going on. */
  readonly label: string;
  /** From 0 to 1, or null while nobody knows. */
  readonly fraction: number | null;
  /** Absent: it can't be stopped. */
  readonly onCancel?: () => void;
}

/** How far a slow task is, with the way to stop it. */
export function ProgressLine({ label, fraction, onCancel }: ProgressLineProps) {
  const translate = useTranslate();
  return (
    <Stack spacing={1}>
      <LinearProgress aria-label={label} {...(fraction === null ? {} : { variant: 'determinate', value: Math.min(1, fraction) * 100 })} />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Typography variant="body2" sx={{ flex: 1 }}>
          {label}
        </Typography>
        {onCancel !== undefined && (
          <Button size="small" onClick={onCancel}>
            {translate('ui.cancel')}
          </Button>
        )}
      </Box>
    </Stack>
  );
}
