import Box from '@mui/material/Box';

/** How much of a whole, as a bar beside its number; says nothing that the number doesn't. */
export function ShareBar({ share, tone = 'primary' }: { readonly share: number; readonly tone?: 'primary' | 'success' | 'warning' | 'error' }) {
  return (
    <Box aria-hidden sx={{ flex: 1, minWidth: 60, height: 8, borderRadius: 1, bgcolor: 'action.hover', overflow: 'hidden' }}>
      <Box sx={{ width: `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%`, height: '100%', bgcolor: `${tone}.main` }} />
    </Box>
  );
}
