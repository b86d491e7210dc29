import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';

interface SectionCardProps {
  readonly title?: string;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a page on a sheet of its own. */
export function SectionCard({ title, subtitle, actions, children }: SectionCardProps) {
  const titleId = useId();
  return (
    <Paper
      component="section"
      variant="outlined"
      aria-labelledby={title === undefined ? undefined : titleId}
      sx={{ px: 2.5, py: 2 }}
    >
      {title !== undefined && (
        <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 2, mb: 2 }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Typography id={titleId} variant="h2">
              {title}
            </Typography>
            {subtitle !== undefined && (
              <Typography component="div" variant="body2" sx={{ mt: 0.25, color: 'text.secondary' }}>
                {subtitle}
              </Typography>
            )}
          </Box>
          {actions}
        </Box>
      )}
      {children}
    </Paper>
  );
}
