import MergeIcon from '@mui/icons-material/CallMerge';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Radio from '@mui/material/Radio';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { Duplicates } from '#shared/features/parties/merging.ts';
import type { PartyId, PartySummary } from '#shared/features/parties/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOwnName } from '../../../i18n/own-name.ts';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';

interface DuplicateGroupProps {
  readonly group: Duplicates['groups'][number];
  readonly onMerge: (keptId: PartyId, mergedId: PartyId) => void;
  readonly onDistinct: (keptId: PartyId, otherId: PartyId) => void;
}

/** Records that may be one party: one of them is to stay, each of the others becomes part of it or is another party. */
export function DuplicateGroup({ group: { reason, parties, size }, onMerge, onDistinct }: DuplicateGroupProps) {
  const translate = useTranslate();
  const nameOf = useOwnName();
  const [chosenId, setChosenId] = useState<PartyId | null>(null);
  const kept = parties.find(({ id }) => id === chosenId) ?? parties[0];
  if (kept === undefined) return null;
  return (
    <SectionCard title={nameOf(kept)} actions={<StatusChip tone={reason === 'near' ? 'neutral' : 'warning'} label={translate(`parties.duplicates.reason.${reason}`)} />}>
      <Box component="ul" aria-label={translate('parties.duplicates.group', { name: nameOf(kept) })} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {parties.map((party) => {
          const isKept = party.id === kept.id;
          const name = nameOf(party);
          return (
            <Box key={party.id} component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.5, py: 0.75, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
              <Radio size="small" name={`keep-${parties[0]?.id ?? ''}`} checked={isKept} onChange={() => setChosenId(party.id)} slotProps={{ input: { 'aria-label': translate('parties.duplicates.keepOne', { name }) } }} sx={{ p: 0.5 }} />
              <PartyLine party={party} name={name} />
              {isKept ? (
                <Typography variant="body2" color="textSecondary" sx={{ px: 1 }}>
                  {translate('parties.duplicates.isKept')}
                </Typography>
              ) : (
                <Stack direction="row" spacing={1}>
                  <Button size="small" color="inherit" aria-label={translate('parties.duplicates.distinctOne', { name })} onClick={() => onDistinct(kept.id, party.id)}>
                    {translate('parties.duplicates.distinct')}
                  </Button>
                  <Button size="small" variant="outlined" startIcon={<MergeIcon />} aria-label={translate('parties.duplicates.mergeOne', { name })} onClick={() => onMerge(kept.id, party.id)}>
                    {translate('parties.duplicates.merge')}
                  </Button>
                </Stack>
              )}
            </Box>
          );
        })}
      </Box>
      {size > parties.length && (
        <Typography variant="body2" color="textSecondary" sx={{ pt: 1 }}>
          {translate('parties.duplicates.moreOfGroup', { count: size - parties.length })}
        </Typography>
      )}
    </SectionCard>
  );
}

function PartyLine({ party, name }: { readonly party: PartySummary; readonly name: string }) {
  const translate = useTranslate();
  const facts = [
    translate(`parties.kind.${party.kind}`),
    party.uscc === '' ? translate('parties.duplicates.noUscc') : party.uscc,
    translate('parties.duplicates.contracts', { count: party.contractCount }),
    ...(party.contactName === '' ? [] : [party.contactName]),
  ];
  return (
    <Box sx={{ flex: '1 1 320px', minWidth: 0, overflowWrap: 'anywhere' }}>
      <Link component={RouterLink} to={`/parties/${party.id}`} color="textPrimary" underline="hover">
        {name}
      </Link>
      {party.archivedAt !== null && <Chip size="small" variant="outlined" label={translate('parties.duplicates.archived')} sx={{ ml: 1 }} />}
      <Typography variant="body2" color="textSecondary">
        {facts.join(' · ')}
      </Typography>
    </Box>
  );
}
