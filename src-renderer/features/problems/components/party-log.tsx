import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { PartyId } from '#shared/features/parties/model.ts';
import type { PartyCommunication } from '#shared/features/problems/model.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { CommunicationLine } from './communications-card.tsx';

/** From so many entries on, one searches rather than reads. */
const manyEntries = 5;

/** What was said with a counterparty, under whichever contract, the latest first. */
export function PartyLog({ partyId }: { readonly partyId: PartyId }) {
  const translate = useTranslate();
  const [search, setSearch] = useState('');
  const log = useOperation('problems.ofParty', { partyId });
  if (log.data === undefined) return <ErrorMessage error={log.error} onRetry={log.refetch} />;
  const shown = log.data.filter((one) => wordsOf(one).toLowerCase().includes(search.trim().toLowerCase()));
  return (
    <SectionCard title={translate('problems.log.title')} subtitle={translate('problems.log.ofParty')}>
      <Stack spacing={1.5}>
        {log.data.length > manyEntries && <SearchField label={translate('problems.log.search')} value={search} onChange={setSearch} />}
        {shown.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{translate(log.data.length === 0 ? 'problems.log.noneOfParty' : 'problems.log.nothingFound')}</Typography>}
        {shown.map((one) => (
          <CommunicationLine
            key={one.id}
            communication={{ ...one, partyName: '' }}
            about={
              <>
                <Link component={RouterLink} to={`/contracts/${one.contractId}?tab=fulfilment`}>
                  {`${one.contractTitle} ${one.contractNumber}`}
                </Link>
                {' · '}
              </>
            }
          />
        ))}
      </Stack>
    </SectionCard>
  );
}

function wordsOf({ contractTitle, contractNumber, text }: PartyCommunication): string {
  return [contractTitle, contractNumber, ...(isWithheld(text) ? [] : [text.subject, text.correspondent, text.body])].join(' ');
}
