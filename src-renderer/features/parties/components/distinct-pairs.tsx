import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { DistinctPair } from '#shared/features/parties/merging.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOwnName } from '../../../i18n/own-name.ts';
import { SectionCard } from '../../../ui/section-card.tsx';

interface DistinctPairsProps {
  readonly pairs: readonly DistinctPair[];
  readonly onWithdraw: (pair: DistinctPair) => void;
}

/** The pairs of which somebody said that they are not one, with the way back. */
export function DistinctPairs({ pairs, onWithdraw }: DistinctPairsProps) {
  const translate = useTranslate();
  const format = useFormat();
  const nameOf = useOwnName();
  if (pairs.length === 0) return null;
  return (
    <SectionCard title={translate('parties.duplicates.distinctTitle')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {pairs.map((pair) => {
          const names = { first: nameOf(pair.first), second: nameOf(pair.second) };
          return (
            <Box key={`${pair.first.id} ${pair.second.id}`} component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, py: 0.75, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
              <Box sx={{ flex: '1 1 320px', minWidth: 0, overflowWrap: 'anywhere' }}>
                {translate('parties.duplicates.distinctLine', names)}
                <Typography variant="body2" color="textSecondary">
                  {translate('parties.duplicates.distinctBy', { name: pair.byName, time: format.dateTime(pair.at) })}
                </Typography>
              </Box>
              <Button size="small" color="inherit" aria-label={translate('parties.duplicates.withdrawOne', names)} onClick={() => onWithdraw(pair)}>
                {translate('parties.duplicates.withdraw')}
              </Button>
            </Box>
          );
        })}
      </Box>
    </SectionCard>
  );
}
