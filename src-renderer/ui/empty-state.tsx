import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: string;
  /** Why there is nothing, and what to do about it. */
  readonly body?: ReactNode;
  readonly action?: ReactNode;
  /** h1 where this is all there is on the page. */
  readonly heading?: 'h1' | 'h2';
}

/** Stands where a list or a result would: says why it is empty and offers the next step. */
export function EmptyState({ icon, title, body, action, heading = 'h2' }: EmptyStateProps) {
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', alignItems: 'center', textAlign: 'center', px: 3, py: 7 }}>
      {icon !== undefined && (
        <Box aria-hidden sx={{ display: 'flex', mb: 1.5, color: 'text.secondary', '& svg': { fontSize: 44 } }}>
          {icon}
        </Box>
      )}
      <Typography variant="h3" component={heading}>
        {title}
      </Typography>
      {body !== undefined && (
        <Typography component="div" sx={{ mt: 1, maxWidth: 480, color: 'text.secondary', '&:lang(en)': { textWrap: 'balance' } }}>
          {body}
        </Typography>
      )}
      {action !== undefined && <Box sx={{ mt: 2.5 }}>{action}</Box>}
    </Box>
  );
}
