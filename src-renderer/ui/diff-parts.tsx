import Box from '@mui/material/Box';

interface DiffPartsProps {
  readonly parts: readonly { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }[];
}

const marks = {
  added: { as: 'ins', sx: { color: 'success.main', bgcolor: 'color-mix(in srgb, currentColor 12%, transparent)', textDecoration: 'underline' } },
  removed: { as: 'del', sx: { color: 'error.main', bgcolor: 'color-mix(in srgb, currentColor 12%, transparent)', textDecoration: 'line-through' } },
} as const;

/** A text with what came in and what went out. Colour, and a line under or through: what changed is seen without colours too. */
export function DiffParts({ parts }: DiffPartsProps) {
  return parts.map(({ kind, text }, index) =>
    kind === 'same' ? (
      <span key={index}>{text}</span>
    ) : (
      <Box key={index} component={marks[kind].as} sx={marks[kind].sx}>
        {text}
      </Box>
    ),
  );
}
