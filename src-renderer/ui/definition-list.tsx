import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

interface DefinitionListProps {
  readonly items: readonly { readonly label: string; readonly value: ReactNode }[];
  /** Width of the column of labels, in pixels. */
  readonly labelWidth?: number;
}

/** Names and their values, each from a line of its own; the lines of a value stay lines. */
export function DefinitionList({ items, labelWidth = 136 }: DefinitionListProps) {
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'grid', gridTemplateColumns: `${labelWidth}px minmax(0, 1fr)`, columnGap: 2, rowGap: 1 }}
    >
      {items.map(({ label, value }) => (
        <Box key={label} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary', typography: 'body2' }}>
            {label}
          </Box>
          <Box component="dd" sx={{ m: 0, typography: 'body2', overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
