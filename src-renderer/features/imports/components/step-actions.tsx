import Stack from '@mui/material/Stack';
import type { ReactNode } from 'react';

/** The buttons below a step: back at the left, on at the right. */
export function StepActions({ children }: { readonly children: ReactNode }) {
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ mt: 2.5, flexWrap: 'wrap', justifyContent: 'flex-end' }}>
      {children}
    </Stack>
  );
}
