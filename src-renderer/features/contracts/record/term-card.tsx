import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { prcYears } from '#shared/features/calendar/prc-years.ts';
import { calendarOf } from '#shared/features/calendar/rules.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import { termFactsOfContract } from '#shared/features/contracts/term-facts.ts';
import { termPlan } from '#shared/features/terms/rules.ts';
import { statusOn } from '#shared/features/terms/status.ts';
import { timelineOf, type TimelinePoint } from '#shared/features/terms/timeline.ts';
import { dayAt, daysBetween, type Day } from '#shared/kernel/day.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { SectionCard } from '../../../ui/section-card.tsx';
import { NoticeDialog } from './notice-dialog.tsx';

const calendar = calendarOf(prcYears);

/** Where the contract stands in time, and what happens if nobody acts. */
export function TermCard({ contract }: { readonly contract: Contract }) {
  const translate = useTranslate();
  const format = useFormat();
  const mayWrite = usePermission('contracts.write');
  const [isNoting, setNoting] = useState(false);
  const today = todayHere();
  const facts = termFactsOfContract(contract);
  const plan = termPlan(facts, calendar, today);
  const { status, missing } = statusOn(facts, plan, today);
  const points = timelineOf(plan, today);
  const edit = `/contracts/${contract.summary.id}/record`;
  return (
    <SectionCard
      title={translate('contracts.term.title')}
      subtitle={translate(`contracts.status.${status}`)}
      actions={
        mayWrite && contract.summary.stage === 'signed' && (
          <Button size="small" onClick={() => setNoting(true)}>
            {translate('contracts.term.addNotice')}
          </Button>
        )
      }
    >
      {points.length > 1 && <TimeLine points={points} today={today} />}
      {plan.next !== null && (
        <Typography variant="body2" sx={{ mt: 1.5 }}>
          {translate(plan.window === 'missed' ? 'contracts.term.committed' : 'contracts.term.ifNobodyActs', {
            start: format.date(plan.next.start),
            end: format.date(plan.next.end),
          })}
          {plan.committedAmount !== null && translate('contracts.term.committedAmount', { amount: format.money(plan.committedAmount) })}
        </Typography>
      )}
      {missing !== null && (
        <Alert severity="warning" sx={{ mt: 1.5 }}>
          {translate(`contracts.term.missing.${missing}`)}{' '}
          {mayWrite && (
            <Link component={RouterLink} to={edit}>
              {translate('contracts.term.complete')}
            </Link>
          )}
        </Alert>
      )}
      {plan.unknownYears.length > 0 && (
        <Alert severity="info" sx={{ mt: 1.5 }}>
          {translate('contracts.term.unknownYears', { years: plan.unknownYears.join(', ') })}
        </Alert>
      )}
      {isNoting && <NoticeDialog contractId={contract.summary.id} termIndex={plan.index} today={today} onClose={() => setNoting(false)} />}
    </SectionCard>
  );
}

/** The days from top to bottom, today marked among them. */
function TimeLine({ points, today }: { readonly points: readonly TimelinePoint[]; readonly today: Day }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Box component="ol" aria-label={translate('contracts.term.timeline')} sx={lineStyle}>
      {points.map(({ kind, day }) => {
        const days = daysBetween(today, day);
        return (
          <Box component="li" key={kind} data-kind={kind} data-past={days < 0 || undefined}>
            <Typography component="span" variant="body2" sx={{ minWidth: 92, fontVariantNumeric: 'tabular-nums' }}>
              {format.date(day)}
            </Typography>
            <Typography component="span" variant="body2" sx={{ flex: 1, fontWeight: kind === 'today' ? 600 : 400 }}>
              {translate(`contracts.term.point.${kind}`)}
            </Typography>
            {kind !== 'today' && (
              <Typography component="span" variant="body2" color="textSecondary">
                {days === 0 ? translate('contracts.term.today') : translate(days > 0 ? 'contracts.term.inDays' : 'contracts.term.daysAgo', { count: Math.abs(days) })}
              </Typography>
            )}
          </Box>
        );
      })}
    </Box>
  );
}

function todayHere(): Day {
  const now = Date.now();
  return dayAt(now, -new Date(now).getTimezoneOffset());
}

const lineStyle = {
  listStyle: 'none',
  m: 0,
  p: 0,
  '& > li': { position: 'relative', display: 'flex', gap: 1.5, alignItems: 'baseline', pl: 2.5, py: 0.625 },
  '& > li::before': {
    content: '""',
    position: 'absolute',
    left: 4,
    top: 12,
    width: 9,
    height: 9,
    borderRadius: '50%',
    border: '2px solid',
    borderColor: 'primary.main',
    bgcolor: 'background.paper',
    zIndex: 1,
  },
  '& > li[data-past]::before': { bgcolor: 'primary.main' },
  '& > li[data-kind="today"]::before': { borderColor: 'error.main', bgcolor: 'error.main' },
  '& > li:not(:last-child)::after': { content: '""', position: 'absolute', left: 9, top: 20, bottom: -12, width: 2, bgcolor: 'divider' },
} as const;
