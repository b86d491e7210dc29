import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import type { MergeEffects as Effects } from '#shared/features/parties/merging.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';

interface MergeEffectsProps {
  readonly effects: Effects;
  /** Whether the account of the record that gives way was chosen. */
  readonly movesAccount: boolean;
}

/** What a merge moves, and what it leaves as it is. */
export function MergeEffects({ effects, movesAccount }: MergeEffectsProps) {
  const translate = useTranslate();
  const format = useFormat();
  const { contracts, communications, risks, folded } = effects;
  const moved = [
    ...(contracts > 0 ? [translate('parties.merge.contracts', { count: contracts })] : []),
    ...(communications > 0 ? [translate('parties.merge.communications', { count: communications })] : []),
    ...(risks > 0 ? [translate('parties.merge.risks', { count: risks })] : []),
    ...(movesAccount ? [translate('parties.merge.oneAccount')] : []),
  ];
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: 'repeat(2, minmax(0, 1fr))' } }}>
      <Part title={translate('parties.merge.moves')}>
        {moved.length === 0 && translate('parties.merge.movesNothing')}
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {moved.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </Box>
        {folded.length > 0 && (
          <Box sx={{ mt: 1 }}>{translate('parties.merge.folded', { count: folded.length, numbers: format.list(folded.map(({ number }) => number)) })}</Box>
        )}
      </Part>
      <Part title={translate('parties.merge.stays')}>
        {translate('parties.merge.staysText')}
        <Box sx={{ mt: 1 }}>{translate('parties.merge.undoable')}</Box>
      </Part>
    </Box>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Box>
      <Typography variant="subtitle2" component="h3" sx={{ mb: 0.5 }}>
        {title}
      </Typography>
      <Typography variant="body2" component="div" sx={{ overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </Box>
  );
}

/** Why two records can't be merged: the contracts on which both stand, each a link. */
export function MergeHindrance({ opposed, onLeave }: { readonly opposed: Effects['opposed']; readonly onLeave: () => void }) {
  const translate = useTranslate();
  return (
    <Alert severity="error" role="alert">
      {translate('parties.merge.opposed', { count: opposed.length })}
      <Box component="ul" sx={{ m: 0, my: 0.5, pl: 2.5 }}>
        {opposed.map(({ id, number, title, reason }) => (
          <li key={id}>
            <Link component={RouterLink} to={`/contracts/${id}`} color="inherit" onClick={onLeave}>
              {`${number} ${title}`}
            </Link>
            {` · ${translate(reason === 'roles' ? 'parties.merge.opposedRoles' : 'parties.merge.opposedDraft')}`}
          </li>
        ))}
      </Box>
      {translate('parties.merge.opposedHelp')}
    </Alert>
  );
}
