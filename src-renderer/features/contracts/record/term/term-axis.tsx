import Box from '@mui/material/Box';
import type { Theme } from '@mui/material/styles';
import type { Term, TermPlan } from '#shared/features/terms/model.ts';
import { timelineOf } from '#shared/features/terms/timeline.ts';
import type { Day } from '#shared/kernel/day.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { labelWidth, layoutAxis, type AxisMark } from './axis-layout.ts';

interface TermAxisProps {
  readonly plan: TermPlan;
  readonly today: Day;
}

/** The term as a line. It repeats the list of dates beside it, so that readers of the screen hear them only once. */
export function TermAxis({ plan, today }: TermAxisProps) {
  if (plan.base === null && plan.term === null) return null;
  // The next term starts on the day after this one ends: one mark says both.
  const layout = layoutAxis(timelineOf(plan, today).filter(({ kind }) => kind !== 'nextStart'));
  if (layout === null) return null;
  const { marks, placeOf } = layout;
  const span = (from: Day, to: Day) => ({ x: `${placeOf(from)}%`, width: `${Math.max(0, placeOf(to) - placeOf(from))}%` });
  const { term, next, windowOpens, deadline } = plan;
  const elapsedTo = (of: Term) => (today < of.end ? today : of.end);
  return (
    <Box aria-hidden data-testid="term-axis" sx={{ position: 'relative', height, mx: 0.5, display: { xs: 'none', md: 'block' } }}>
      <Box component="svg" width="100%" height={height} sx={colours}>
        <rect className="base" x="0" width="100%" y={axisY - 1} height={2} rx={1} />
        {next !== null && <rect className="next" {...span(next.start, next.end)} y={axisY - 4} height={8} rx={2} />}
        {term !== null && <rect className="term" {...span(term.start, term.end)} y={axisY - 5} height={10} rx={2} />}
        {term !== null && today > term.start && <rect className="elapsed" {...span(term.start, elapsedTo(term))} y={axisY - 5} height={10} rx={2} />}
        {windowOpens !== null && deadline !== null && <rect className="window" {...span(windowOpens, deadline)} y={axisY - 5} height={10} />}
        {marks.map((mark) => (
          <MarkLine key={mark.day} mark={mark} />
        ))}
      </Box>
      {marks.map((mark) => (
        <MarkWords key={mark.day} mark={mark} />
      ))}
    </Box>
  );
}

const height = 168;
const axisY = height / 2;
const leader = 34;

function MarkLine({ mark }: { readonly mark: AxisMark }) {
  const direction = mark.side === 'above' ? -1 : 1;
  const isToday = mark.kinds.includes('today');
  const words = `${mark.labelAt + labelWidth / 2}%`;
  const [foot, bend, top] = [axisY + direction * 8, axisY + direction * 16, axisY + direction * leader];
  return (
    <g className={isToday ? 'mark today' : 'mark'}>
      <line x1={`${mark.at}%`} x2={`${mark.at}%`} y1={foot} y2={bend} />
      <line x1={`${mark.at}%`} x2={words} y1={bend} y2={top} />
      <circle cx={`${mark.at}%`} cy={axisY} r={isToday ? 6 : 4} />
    </g>
  );
}

function MarkWords({ mark }: { readonly mark: AxisMark }) {
  const translate = useTranslate();
  const format = useFormat();
  const isToday = mark.kinds.includes('today');
  return (
    <Box
      sx={{
        position: 'absolute',
        left: `${mark.labelAt}%`,
        width: `${labelWidth}%`,
        textAlign: 'center',
        typography: 'caption',
        lineHeight: 1.35,
        ...(mark.side === 'above' ? { bottom: axisY + leader + 2 } : { top: axisY + leader + 2 }),
      }}
    >
      <Box sx={{ fontWeight: 600, color: isToday ? 'secondary.main' : 'text.primary' }}>
        {mark.kinds.map((kind) => translate(`contracts.term.mark.${kind}`)).join(' · ')}
      </Box>
      <Box sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>{format.date(mark.day)}</Box>
    </Box>
  );
}

function colours(theme: Theme) {
  const { palette } = theme.vars ?? theme;
  return {
    display: 'block',
    overflow: 'visible',
    '& .base': { fill: palette.divider },
    '& .term': { fill: palette.divider },
    '& .elapsed': { fill: palette.primary.main },
    '& .window': { fill: palette.warning.main },
    '& .next': { fill: palette.background.paper, stroke: palette.text.disabled, strokeDasharray: '4 3' },
    '& .mark line': { stroke: palette.text.disabled },
    '& .mark circle': { fill: palette.background.paper, stroke: palette.text.primary, strokeWidth: 2 },
    '& .today line': { stroke: palette.secondary.main },
    '& .today circle': { fill: palette.secondary.main, stroke: palette.background.paper },
  } as const;
}
