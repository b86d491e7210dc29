import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface FieldRowProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** Id of the control, so that the label names it. */
  readonly htmlFor?: string;
  readonly children: ReactNode;
}

/** A label with its explanation at the left, the control at the right; below each other where it is narrow. */
export function FieldRow({ label, hint, htmlFor, children }: FieldRowProps) {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', md: 'minmax(200px, 5fr) 7fr' },
        columnGap: 3,
        // A field's own label stands across its upper edge.
        rowGap: 1.75,
        alignItems: 'start',
        py: 1.5,
      }}
    >
      <Box>
        <Typography component={htmlFor === undefined ? 'div' : 'label'} htmlFor={htmlFor} variant="subtitle2">
          {label}
        </Typography>
        {hint !== undefined && (
          <Typography component="div" variant="body2" sx={{ mt: 0.25, color: 'text.secondary' }}>
            {hint}
          </Typography>
        )}
      </Box>
      <Box sx={{ minWidth: 0 }}>{children}</Box>
    </Box>
  );
}
