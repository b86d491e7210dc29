import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import type { PartyId, SimilarParty } from '#shared/features/parties/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOwnName } from '../../../i18n/own-name.ts';

interface SimilarPartiesProps {
  readonly similar: readonly SimilarParty[];
  /** Takes a party in use instead of the one that is entered; without it each is a link to its page. */
  readonly onTake?: ((id: PartyId) => void) | undefined;
}

/** Says under a name that there is such a party already, or one nearly called so. */
export function SimilarParties({ similar, onTake }: SimilarPartiesProps) {
  const translate = useTranslate();
  const nameOf = useOwnName();
  // Read out when it appears; the region must be there before.
  const region = { role: 'status', sx: { gridColumn: '1 / -1', '&:empty': { display: 'none' } } } as const;
  if (similar.length === 0) return <Box {...region} />;
  const isSame = similar.some(({ likeness }) => likeness === 'same');
  return (
    <Box {...region}>
      <Alert severity={isSame ? 'warning' : 'info'} role="presentation">
        {translate(isSame ? 'parties.similar.same' : 'parties.similar.near')}
        <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
          {similar.map((party) => (
            <li key={party.id}>
              <SimilarName party={party} name={nameOf(party)} onTake={onTake} />
              {party.uscc !== '' && ` ${party.uscc}`}
              {party.isArchived && ` ${translate('parties.similar.archived')}`}
            </li>
          ))}
        </Box>
      </Alert>
    </Box>
  );
}

function SimilarName({ party, name, onTake }: { readonly party: SimilarParty; readonly name: string; readonly onTake: SimilarPartiesProps['onTake'] }) {
  const translate = useTranslate();
  if (onTake === undefined) {
    return (
      <Link component={RouterLink} to={`/parties/${party.id}`}>
        {name}
      </Link>
    );
  }
  if (party.isArchived) return name;
  return (
    <Link component="button" type="button" onClick={() => onTake(party.id)}>
      {translate('parties.similar.take', { name })}
    </Link>
  );
}
