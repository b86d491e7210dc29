import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { SectionCard } from '../../../ui/section-card.tsx';

/** Framework, orders and amendments that hang together; nothing for a contract that stands alone. */
export function FamilyCard({ id }: { readonly id: ContractId }) {
  const translate = useTranslate();
  const family = useOperation('contracts.family', { id }).data ?? [];
  if (family.length < 2) return null;
  return (
    <SectionCard title={translate('contracts.family.title')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {family.map(({ contract, depth }) => (
          <Box component="li" key={contract.id} aria-current={contract.id === id ? 'page' : undefined} sx={{ pl: depth * 2.5, py: 0.5 }}>
            {contract.id === id ? (
              <Typography variant="body2" sx={{ fontWeight: 600 }}>
                {contract.title}
              </Typography>
            ) : (
              <Link component={RouterLink} to={`/contracts/${contract.id}`} variant="body2">
                {contract.title}
              </Link>
            )}
            <Typography variant="body2" color="textSecondary">
              {contract.number} · {translate(`contracts.kind.${contract.recordKind}`)} · {translate(`contracts.stage.${contract.stage}`)}
            </Typography>
          </Box>
        ))}
      </Box>
    </SectionCard>
  );
}
