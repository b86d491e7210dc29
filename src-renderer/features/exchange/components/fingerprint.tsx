import Box from '@mui/material/Box';
import { fingerprintGroups } from '#shared/features/exchange/rules.ts';

/** A fingerprint in groups that two people can read to one another. */
export function Fingerprint({ fingerprint }: { readonly fingerprint: string }) {
  return (
    <Box component="span" data-fingerprint sx={{ display: 'inline-grid', gridTemplateColumns: 'repeat(5, max-content)', columnGap: 1.25, rowGap: 0.25, fontFamily: 'monospace', fontSize: 15 }}>
      {fingerprintGroups(fingerprint).map((group, index) => (
        <span key={index}>{group}</span>
      ))}
    </Box>
  );
}
