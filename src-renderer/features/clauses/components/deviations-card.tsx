import Button from '@mui/material/Button';
import Collapse from '@mui/material/Collapse';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Deviation } from '#shared/features/clauses/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useClauseWords } from '../use-clause-words.ts';
import { Redline } from './redline.tsx';

/** Where a contract leaves the clause library, and who must agree; what is as preferred is only counted. */
export function DeviationsCard({ contractId }: { readonly contractId: ContractId }) {
  const translate = useTranslate();
  const deviations = useOperation('clauses.deviations', { contractId });
  if (deviations.error?.code === 'WITHHELD' || deviations.error?.code === 'NO_TEXT') return null;
  const found = deviations.data ?? [];
  const odd = found.filter(({ state }) => state !== 'preferred');
  const preferred = found.length - odd.length;
  return (
    <SectionCard
      title={translate('clauses.card.title')}
      {...(deviations.data === undefined ? {} : { subtitle: odd.length === 0 ? translate('clauses.card.none', { count: preferred }) : translate('clauses.card.some', { count: odd.length, preferred }) })}
      actions={
        <Button component={Link} to="/clauses" size="small">
          {translate('clauses.card.library')}
        </Button>
      }
    >
      {deviations.data === undefined && (deviations.error === null ? <LoadingState /> : <ErrorMessage error={deviations.error} onRetry={deviations.refetch} />)}
      <Stack component="ul" spacing={1.25} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {odd.map((deviation, index) => (
          <DeviationLine key={index} deviation={deviation} />
        ))}
      </Stack>
    </SectionCard>
  );
}

const tones = { preferred: 'success', fallback: 'info', modified: 'warning', own: 'warning', missing: 'danger' } as const;

function DeviationLine({ deviation }: { readonly deviation: Deviation }) {
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(false);
  const { title } = useClauseWords()(deviation);
  const { state, fallback, number, heading, acceptRole, redline, category } = deviation;
  const place = [number, heading].filter((part) => part !== '').join(' ');
  const name = title === '' ? translate(`clauses.category.${category}`) : title;
  return (
    <li data-deviation={state}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <StatusChip tone={tones[state]} label={translate(`clauses.state.${state}`, { number: fallback ?? 0 })} />
        <Typography component="span" variant="body2" sx={{ fontWeight: 600 }}>
          {name}
        </Typography>
        {place !== '' && (
          <Typography component="span" variant="body2" color="textSecondary">
            {place}
          </Typography>
        )}
        {acceptRole !== null && (
          <Typography component="span" variant="body2" color="textSecondary">
            {translate('clauses.card.needs', { role: translate(`vault.role.${acceptRole}`) })}
          </Typography>
        )}
        {redline.length > 0 && (
          <Button size="small" color="inherit" aria-expanded={isOpen} aria-label={translate('clauses.card.showOf', { name })} onClick={() => setOpen(!isOpen)}>
            {translate(isOpen ? 'clauses.card.hide' : 'clauses.card.show')}
          </Button>
        )}
      </Stack>
      <Collapse in={isOpen} unmountOnExit>
        <Redline parts={redline} />
      </Collapse>
    </li>
  );
}
