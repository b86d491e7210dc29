import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import type { PartyId } from '#shared/features/parties/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { contractsOfParty, narrowListToParty } from '../list-of-party.ts';
import { StageChip } from './stage-chip.tsx';

const shown = 5;

/** The contracts of a counterparty that were worked on last, and the way to all of them. */
export function PartyContracts({ partyId }: { readonly partyId: PartyId }) {
  const translate = useTranslate();
  const list = useOperation('contracts.list', { search: '', filter: contractsOfParty(partyId), sort: 'updated', descending: true, limit: shown });
  if (list.data === undefined) return <ErrorMessage error={list.error} onRetry={list.refetch} />;
  const { contracts, total } = list.data;
  return (
    <SectionCard
      title={translate('contracts.ofParty.title')}
      {...(total > shown ? { subtitle: translate('contracts.ofParty.latest', { count: shown }) } : {})}
      actions={
        total > 0 && (
          <Button component={RouterLink} to="/contracts" onClick={() => narrowListToParty(partyId)}>
            {translate('contracts.ofParty.all')}
          </Button>
        )
      }
    >
      {total === 0 && <Typography sx={{ color: 'text.secondary' }}>{translate('contracts.ofParty.none')}</Typography>}
      <Stack spacing={1}>
        {contracts.map(({ id, number, title, stage, status }) => (
          <Box key={id} sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline' }}>
            <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              <Link component={RouterLink} to={`/contracts/${id}`}>
                {title}
              </Link>
              <Typography component="span" variant="body2" sx={{ ml: 1, color: 'text.secondary' }}>
                {number}
              </Typography>
            </Box>
            <StageChip stage={stage} status={status} />
          </Box>
        ))}
      </Stack>
    </SectionCard>
  );
}
