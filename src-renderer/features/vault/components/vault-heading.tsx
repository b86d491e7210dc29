import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { VaultSummary } from '#shared/features/vault/model.ts';

/** What a screen before the vault is about, and which vault. */
export function VaultHeading({ title, vault }: { readonly title: string; readonly vault: VaultSummary }) {
  return (
    <Box sx={{ mb: 1 }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {title}
      </Typography>
      <Typography variant="h1" sx={{ overflowWrap: 'anywhere' }}>
        {vault.name}
      </Typography>
      <Typography variant="body2" sx={{ mt: 0.5, color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {vault.folder}
      </Typography>
    </Box>
  );
}
