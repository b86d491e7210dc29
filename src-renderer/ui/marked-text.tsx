import Box from '@mui/material/Box';

interface MarkedTextProps {
  readonly parts: readonly { readonly text: string; readonly isHit: boolean }[];
  /** What stands before it, as the name of the file that it is from. */
  readonly lead?: string | null;
  /** Nothing was cut off from it, as of a name. */
  readonly isWhole?: boolean;
}

/** A piece of a text in which what was looked for stands out: by weight and ground, so that it is seen without colours too. */
export function MarkedText({ parts, lead = null, isWhole = false }: MarkedTextProps) {
  const cut = isWhole ? '' : '…';
  return (
    <>
      {lead === null ? cut : `${lead} · ${cut}`}
      {parts.map(({ text, isHit }, index) =>
        isHit ? (
          <Box key={index} component="mark" sx={markStyle}>
            {text}
          </Box>
        ) : (
          <span key={index}>{text}</span>
        ),
      )}
      {cut}
    </>
  );
}

const markStyle = {
  color: 'text.primary',
  fontWeight: 600,
  borderRadius: '2px',
  bgcolor: 'color-mix(in srgb, var(--db-palette-warning-main) 28%, transparent)',
} as const;
