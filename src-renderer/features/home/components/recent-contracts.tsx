import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import type { ContractSummary } from '#shared/features/contracts/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';

/** The contracts that were worked on last. */
export function RecentContracts({ contracts }: { readonly contracts: readonly ContractSummary[] }) {
  const translate = useTranslate();
  if (contracts.length === 0) return <Typography color="textSecondary">{translate('home.recent.empty')}</Typography>;
  return (
    <List disablePadding>
      {contracts.map((contract) => (
        <ListItem key={contract.id} divider disableGutters sx={{ py: 1.25, '&:last-of-type': { border: 0 } }}>
          <RecentContract contract={contract} />
        </ListItem>
      ))}
    </List>
  );
}

function RecentContract({ contract }: { readonly contract: ContractSummary }) {
  const translate = useTranslate();
  const format = useFormat();
  const facts = [contract.number, ...contract.partyNames];
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'baseline', width: '100%', flexWrap: 'wrap' }}>
      <Box sx={{ flex: 1, minWidth: 240 }}>
        <Link component={RouterLink} to={`/contracts/${contract.id}`} underline="hover" sx={{ fontWeight: 500 }}>
          {contract.title}
        </Link>
        <Typography variant="body2" color="textSecondary">
          {facts.join(' · ')}
        </Typography>
      </Box>
      <Typography variant="body2" color="textSecondary">
        {contract.exportedAt === null
          ? translate('home.recent.updated', { time: format.dateTime(contract.updatedAt) })
          : translate('home.recent.exported')}
      </Typography>
    </Box>
  );
}
