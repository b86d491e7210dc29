import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import type { PartyMerge } from '#shared/features/parties/merging.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOwnName } from '../../../i18n/own-name.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useMerging } from '../use-merging.ts';

/** Says of a record that gave way which one stands for it. */
export function MergedInto({ merge: { kept, at, byName } }: { readonly merge: PartyMerge }) {
  const translate = useTranslate();
  const format = useFormat();
  const nameOf = useOwnName();
  return (
    <Alert severity="info">
      <AlertTitle>{translate('parties.merge.intoTitle')}</AlertTitle>
      {translate('parties.merge.into', { name: byName, time: format.dateTime(at) })}{' '}
      <Link component={RouterLink} to={`/parties/${kept.id}`}>
        {nameOf(kept)}
      </Link>
    </Alert>
  );
}

/** The records that gave way to one, each with the way back. */
export function MergedFrom({ merges }: { readonly merges: readonly PartyMerge[] }) {
  const translate = useTranslate();
  const format = useFormat();
  const nameOf = useOwnName();
  const merging = useMerging();
  const mayMerge = usePermission('parties.merge');
  if (merges.length === 0) return null;
  return (
    <SectionCard title={translate('parties.merge.fromTitle')} subtitle={translate('parties.merge.fromHint')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {merges.map((merge) => (
          <Box key={merge.id} component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1, py: 0.75, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
            <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              <Link component={RouterLink} to={`/parties/${merge.merged.id}`}>
                {nameOf(merge.merged)}
              </Link>
              <Typography variant="body2" color="textSecondary">
                {translate('parties.merge.fromBy', { name: merge.byName, time: format.dateTime(merge.at) })}
              </Typography>
            </Box>
            {mayMerge && (
              <Button size="small" disabled={merging.isRunning} aria-label={translate('parties.merge.undoOne', { name: nameOf(merge.merged) })} onClick={() => void merging.askToTakeBack(merge)}>
                {translate('parties.merge.undo')}
              </Button>
            )}
          </Box>
        ))}
      </Box>
    </SectionCard>
  );
}
