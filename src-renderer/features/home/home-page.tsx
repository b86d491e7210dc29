import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { useState, type ReactNode } from 'react';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { usePermission, useVaultStatus } from '../../ipc/use-vault-status.ts';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { FirstStepsCard } from './components/first-steps-card.tsx';
import { QuickActions } from './components/quick-actions.tsx';
import { RecentContracts } from './components/recent-contracts.tsx';
import { firstSteps } from './first-steps.ts';

const shownContracts = 6;

interface HomePageProps {
  /** What waits for this person, from the features that know. */
  readonly waiting: ReactNode;
}

/** Where one starts: what waits, what to do next, and what was worked on last. */
export function HomePage({ waiting }: HomePageProps) {
  const translate = useTranslate();
  const status = useVaultStatus();
  const parties = useOperation('parties.list', { search: '', archived: false, sort: 'updated', offset: 0, limit: 1 });
  const contracts = useOperation('contracts.list', { search: '', sort: 'updated', limit: 50 });
  const maySign = usePermission('signing.sign');
  const identity = useOperation('signing.identity', undefined, { enabled: maySign });
  const [greeting] = useState(() => greetingAt(new Date().getHours()));
  const name = status?.state === 'unlocked' ? status.user.name : '';

  return (
    <Page title={translate(`home.greeting.${greeting}`, { name })} subtitle={translate('home.lead')}>
      {contracts.error !== null && <ErrorMessage error={contracts.error} onRetry={contracts.refetch} />}
      {contracts.data === undefined && contracts.error === null && <LoadingState />}
      {contracts.data !== undefined && parties.data !== undefined && (
        <Overview
          partyCount={parties.data.total}
          contracts={contracts.data.contracts}
          identity={identity.data}
          waiting={waiting}
        />
      )}
    </Page>
  );
}

type OverviewProps = {
  readonly partyCount: number;
} & HomePageProps & Pick<Parameters<typeof RecentContracts>[0], 'contracts'> &
  Pick<Parameters<typeof QuickActions>[0], 'identity'>;

function Overview({ partyCount, contracts, identity, waiting }: OverviewProps) {
  const steps = firstSteps(partyCount, contracts);
  const isYoung = steps.some((step) => !step.isDone);
  return (
    <Stack spacing={2}>
      {waiting}
      {isYoung && <FirstStepsCard steps={steps} />}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '2fr 1fr' }, alignItems: 'start' }}>
        <RecentContracts contracts={contracts.slice(0, shownContracts)} />
        <QuickActions identity={identity} />
      </Box>
    </Stack>
  );
}

function greetingAt(hour: number): 'morning' | 'afternoon' | 'evening' {
  if (hour >= 5 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
}
