import AddIcon from '@mui/icons-material/Add';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Item } from '#shared/features/improvement/model.ts';
import { isWholeMonths, wholeMonths } from '#shared/features/improvement/rules.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useResume } from '../../../keeping/use-resume.ts';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { toneOfVerdict, useMetricValue } from '../words.ts';
import { GoalDialog } from './goal-dialog.tsx';
import { ProgressChart } from './progress-chart.tsx';

interface GoalCardsProps {
  readonly item: Item;
  readonly isReadOnly: boolean;
}

type BoundGoal = Item['goals'][number];

/** The goals of an item, each with its measure, its chart, and an honest word on where it stands. */
export function GoalCards({ item, isReadOnly }: GoalCardsProps) {
  const translate = useTranslate();
  const [isAdding, setAdding] = useState(false);
  useResume('improvementGoal', () => setAdding(true));
  return (
    <>
      {item.goals.map((bound) => (
        <GoalCard key={bound.goal.id} bound={bound} isReadOnly={isReadOnly} />
      ))}
      {!isReadOnly && (
        <Button startIcon={<AddIcon />} variant="outlined" onClick={() => setAdding(true)} sx={{ alignSelf: 'flex-start' }}>
          {translate('improvement.goal.add')}
        </Button>
      )}
      {isAdding && <GoalDialog itemId={item.line.id} onClose={() => setAdding(false)} />}
    </>
  );
}

function GoalCard({ bound, isReadOnly }: { readonly bound: BoundGoal; readonly isReadOnly: boolean }) {
  const translate = useTranslate();
  const format = useFormat();
  const say = useMetricValue();
  const confirm = useConfirm();
  const toast = useToast();
  const remove = useCommand('improvement.removeGoal');
  const { goal, judgement, points } = bound;
  const { verdict, actual, limits, monthsBefore, monthsWithin } = judgement;
  const fromTo = ({ fromOn, untilOn }: Pick<typeof goal, 'fromOn' | 'untilOn'>) => translate('improvement.goal.fromTo', { from: format.date(fromOn), to: format.date(untilOn) });
  const ask = async () => {
    const isSure = await confirm({ title: translate('improvement.goal.removeTitle'), body: translate('improvement.goal.removeBody'), confirmLabel: translate('improvement.goal.remove'), destructive: true });
    if (!isSure) return;
    const reply = await remove.run({ goalId: goal.id });
    if (!reply.ok) toast.failure(reply.error);
  };
  return (
    <SectionCard
      title={translate(`improvement.metric.${goal.metric}`)}
      subtitle={translate(`improvement.horizon.${goal.horizon}`)}
      actions={
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }} data-verdict={verdict}>
          <StatusChip label={translate(`improvement.verdict.${verdict}`)} tone={toneOfVerdict[verdict]} />
          {!isReadOnly && (
            <Button size="small" color="inherit" onClick={() => void ask()}>
              {translate('improvement.goal.remove')}
            </Button>
          )}
        </Stack>
      }
    >
      <Stack spacing={2}>
        <DefinitionList
          items={[
            { label: translate('improvement.goal.period'), value: fromTo(wholeMonths(goal)) },
            { label: translate('improvement.goal.over'), value: translate('improvement.wholeBook') },
            { label: translate('improvement.goal.baseline'), value: goal.baseline === null ? translate('improvement.noBaseline') : say(goal.metric, goal.baseline) },
            { label: translate('improvement.goal.target'), value: say(goal.metric, goal.target) },
            { label: translate('improvement.goal.actual'), value: actual === null ? translate('improvement.goal.nothing') : say(goal.metric, actual) },
          ]}
        />
        {!isWholeMonths(goal) && (
          <Typography variant="body2" color="textSecondary">
            {translate('improvement.goal.setOtherwise', { period: fromTo(goal) })}
          </Typography>
        )}
        <Alert severity={verdict === 'met' ? 'success' : verdict === 'running' ? 'info' : 'warning'}>
          {translate(`improvement.said.${verdict}`, {
            actual: actual === null ? '–' : say(goal.metric, actual),
            target: say(goal.metric, goal.target),
            lower: limits === null ? '–' : say(goal.metric, Math.max(0, limits.lower)),
            upper: limits === null ? '–' : say(goal.metric, limits.upper),
            before: monthsBefore,
            within: monthsWithin,
          })}
        </Alert>
        {points.length === 0 ? <Typography color="textSecondary">{translate('improvement.missing.no_events')}</Typography> : <ProgressChart metric={goal.metric} points={points} limits={limits} target={goal.target} />}
      </Stack>
    </SectionCard>
  );
}
