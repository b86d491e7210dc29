import Chip from '@mui/material/Chip';
import type { ReactElement } from 'react';

export type StatusTone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

interface StatusChipProps {
  readonly label: string;
  readonly tone?: StatusTone;
  readonly icon?: ReactElement;
}

const colourByTone = {
  neutral: 'default',
  info: 'info',
  success: 'success',
  warning: 'warning',
  danger: 'error',
} as const;

/** A state in a word. The word carries the meaning; the colour only helps the eye. */
export function StatusChip({ label, tone = 'neutral', icon }: StatusChipProps) {
  return (
    <Chip
      size="small"
      variant="outlined"
      color={colourByTone[tone]}
      label={label}
      {...(icon === undefined ? {} : { icon })}
    />
  );
}
