import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOwnName } from '../../../i18n/own-name.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { SectionCard } from '../../../ui/section-card.tsx';

/** Tells on a contract which of its parties were merged into another record, and why its texts may name them otherwise. */
export function ContractMerges({ contractId }: { readonly contractId: ContractId }) {
  const translate = useTranslate();
  const format = useFormat();
  const nameOf = useOwnName();
  const merges = useOperation('parties.mergesIn', { contractId });
  if (merges.data === undefined || merges.data.length === 0) return null;
  return (
    <SectionCard title={translate('parties.merge.contractTitle')} subtitle={translate('parties.merge.contractHint')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', rowGap: 1.5 }}>
        {merges.data.map(({ id, kept, merged, at, byName }) => (
          <Box key={id} component="li" sx={{ overflowWrap: 'anywhere' }}>
            <Link component={RouterLink} to={`/parties/${kept.id}`} color="textPrimary" underline="hover">
              {translate('parties.merge.contractLine', { merged: nameOf(merged), kept: nameOf(kept) })}
            </Link>
            <Typography variant="body2" color="textSecondary">
              {translate('parties.merge.fromBy', { name: byName, time: format.dateTime(at) })}
            </Typography>
          </Box>
        ))}
      </Box>
    </SectionCard>
  );
}
