import DashboardCustomizeIcon from '@mui/icons-material/DashboardCustomizeOutlined';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { ContractFilter } from '#shared/features/contracts/list.ts';
import type { HomeLayout } from '#shared/features/home/model.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useCommand } from '../../ipc/use-command.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { usePermission, useVaultStatus } from '../../ipc/use-vault-status.ts';
import { useReachNote } from '../../ipc/use-reach.ts';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { presentDay } from '../../ui/present-day.ts';
import { useToast } from '../../ui/use-toast.ts';
import { AttentionCard } from './components/attention-card.tsx';
import { CardBoard, type HomeCard } from './components/card-board.tsx';
import { CycleCard } from './components/cycle-card.tsx';
import { FirstStepsCard } from './components/first-steps-card.tsx';
import { MoneyCard } from './components/money-card.tsx';
import { QuickActions } from './components/quick-actions.tsx';
import { RecentContracts } from './components/recent-contracts.tsx';
import { StageCard } from './components/stage-card.tsx';
import { firstSteps } from './first-steps.ts';

const shownContracts = 6;
/** What there is to see before the first contract: figures of nothing would only push the first steps aside. */
const shownFromTheStart: readonly string[] = ['recent', 'quick'];

interface HomePageProps {
  /** What waits for this person, from the features that know. */
  readonly waiting: ReactNode;
  /** Cards of other features; a person arranges them with the page's own. */
  readonly cards?: readonly HomeCard[];
  readonly onContracts: (filter: ContractFilter) => void;
  /** Shows somebody new around. */
  readonly onTour: () => void;
}

/** Where one starts: what waits, what wants looking after, and what was worked on last, as each person arranged it. */
export function HomePage({ waiting, cards = [], onContracts, onTour }: HomePageProps) {
  const translate = useTranslate();
  const reachNote = useReachNote();
  const status = useVaultStatus();
  const mayRead = usePermission('contracts.read');
  const [greeting] = useState(() => greetingAt(new Date().getHours()));
  const [isArranging, setArranging] = useState(false);
  const name = status?.state === 'unlocked' ? status.user.name : '';
  return (
    <Page
      title={translate(`home.greeting.${greeting}`, { name })}
      subtitle={reachNote ?? translate('home.lead')}
      actions={
        mayRead && (
          <Button size="small" color="inherit" startIcon={<DashboardCustomizeIcon />} onClick={() => setArranging(!isArranging)} aria-pressed={isArranging}>
            {translate(isArranging ? 'home.arrange.done' : 'home.arrange.open')}
          </Button>
        )
      }
    >
      {waiting}
      {mayRead ? <Board cards={cards} isArranging={isArranging} onContracts={onContracts} onTour={onTour} /> : <KeeperBoard />}
    </Page>
  );
}

/** An administrator keeps the vault and reads no contracts: there is nothing to show but what they can do. */
function KeeperBoard() {
  return <QuickActions identity={undefined} />;
}

function Board({ cards, isArranging, onContracts, onTour }: Pick<HomePageProps, 'cards' | 'onContracts' | 'onTour'> & { readonly isArranging: boolean }) {
  const translate = useTranslate();
  const toast = useToast();
  const parties = useOperation('parties.list', { search: '', archived: false, sort: 'updated', offset: 0, limit: 1 });
  const contracts = useOperation('contracts.list', { search: '', sort: 'updated', limit: 50 });
  const figures = useOperation('home.dashboard', undefined);
  const stored = useOperation('home.layout', undefined);
  const save = useCommand('home.saveLayout');
  const maySign = usePermission('signing.sign');
  const identity = useOperation('signing.identity', undefined, { enabled: maySign });
  const [changed, setChanged] = useState<HomeLayout | null>(null);
  const error = contracts.error ?? figures.error ?? parties.error;
  if (error !== null) return <ErrorMessage error={error} onRetry={figures.refetch} />;
  if (contracts.data === undefined || parties.data === undefined || figures.data === undefined || stored.data === undefined) return <LoadingState />;
  const layout = changed ?? stored.data;
  const steps = firstSteps(parties.data.total, contracts.data.contracts, contracts.data.total);
  const keep = async (next: HomeLayout) => {
    setChanged(next);
    const reply = await save.run(next);
    if (!reply.ok) toast.failure(reply.error);
  };
  const toAnalytics = (key: string) => (
    <Button component={Link} to={`/analytics?report=${key}`} size="small">
      {translate('home.analyse')}
    </Button>
  );
  const own: readonly HomeCard[] = [
    { key: 'attention', title: translate('home.card.attention'), width: 'full', content: <AttentionCard figures={figures.data} today={presentDay()} onContracts={onContracts} /> },
    { key: 'recent', title: translate('home.recent.title'), width: 'half', actions: <AllContracts />, content: <RecentContracts contracts={contracts.data.contracts.slice(0, shownContracts)} /> },
    { key: 'stages', title: translate('home.card.stages'), width: 'half', actions: toAnalytics('byType'), content: <StageCard stages={figures.data.stages} onContracts={onContracts} /> },
    { key: 'money', title: translate('home.card.money'), width: 'half', actions: toAnalytics('paymentsDue'), content: <MoneyCard /> },
    { key: 'cycle', title: translate('home.card.cycle'), width: 'half', actions: toAnalytics('cycleTrend'), content: <CycleCard /> },
    { key: 'quick', title: translate('home.quick.title'), width: 'half', content: <QuickActions identity={identity.data} /> },
  ];
  const shown = contracts.data.contracts.length > 0 || isArranging ? own : own.filter(({ key }) => shownFromTheStart.includes(key));
  return (
    <Stack spacing={2}>
      {steps.some((step) => !step.isDone) && <FirstStepsCard steps={steps} onTour={onTour} />}
      <CardBoard cards={[...shown, ...(cards ?? [])]} layout={layout} isArranging={isArranging} onChange={(next) => void keep(next)} />
    </Stack>
  );
}

function AllContracts() {
  const translate = useTranslate();
  return (
    <Button component={Link} to="/contracts" size="small">
      {translate('home.recent.all')}
    </Button>
  );
}

function greetingAt(hour: number): 'morning' | 'afternoon' | 'evening' {
  if (hour >= 5 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
}
