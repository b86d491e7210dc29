import Box from '@mui/material/Box';

/** Keys to press together, as small caps. */
export function KeyCap({ keys }: { readonly keys: readonly string[] }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, flexShrink: 0 }}>
      {keys.map((key) => (
        <Box
          component="kbd"
          key={key}
          sx={{
            minWidth: 20,
            px: 0.625,
            py: 0.125,
            textAlign: 'center',
            border: 1,
            borderColor: 'divider',
            borderRadius: 0.75,
            fontFamily: 'inherit',
            fontSize: '0.75rem',
            lineHeight: 1.4,
            color: 'text.secondary',
          }}
        >
          {key}
        </Box>
      ))}
    </Box>
  );
}
