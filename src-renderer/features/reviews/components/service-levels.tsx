import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { Metric } from '#shared/features/fulfilment/model.ts';
import { keepsTarget, slaResult } from '#shared/features/fulfilment/money-rules.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { SectionCard } from '../../../ui/section-card.tsx';
import { Sparkline } from '../../../ui/sparkline.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Withheld } from '../../../ui/withheld.tsx';

/** What fulfilment measured of the contract's service levels, as evidence for the review. */
export function ServiceLevels({ levels }: { readonly levels: readonly Metric[] }) {
  const translate = useTranslate();
  if (levels.length === 0) return null;
  return (
    <SectionCard title={translate('reviews.levels.title')} subtitle={translate('reviews.levels.hint')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('reviews.levels.name')}</TableCell>
            <TableCell>{translate('reviews.levels.last')}</TableCell>
            <TableCell>{translate('reviews.levels.missed')}</TableCell>
            <TableCell align="right">{translate('reviews.levels.credit')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {levels.map((level) => (
            <LevelRow key={level.id} level={level} />
          ))}
        </TableBody>
      </Table>
    </SectionCard>
  );
}

function LevelRow({ level }: { readonly level: Metric }) {
  const translate = useTranslate();
  const format = useFormat();
  const { measured, missed, missedInARow, credit } = slaResult(level, isWithheld(level.credit) ? null : level.credit);
  const last = level.measurements.at(-1);
  const said = level.measurements.map(({ periodStart, value }) => `${format.date(periodStart)} ${format.number(value)}`);
  const target = translate(level.comparison === 'atLeast' ? 'reviews.kpi.at_least' : 'reviews.kpi.at_most', { target: format.number(level.target), unit: level.unit });
  return (
    <TableRow>
      <TableCell>
        {level.name}
        <div>{target}</div>
      </TableCell>
      <TableCell>
        {last === undefined ? (
          translate('reviews.levels.unmeasured')
        ) : (
          <>
            {translate('reviews.levels.value', { value: format.number(last.value), unit: level.unit, day: format.date(last.periodStart) })}{' '}
            <StatusChip label={translate(keepsTarget(level, last.value) ? 'reviews.kpi.met' : 'reviews.kpi.missed')} tone={keepsTarget(level, last.value) ? 'success' : 'danger'} />
            <Sparkline label={`${level.name}: ${format.list(said)}`} values={level.measurements.map(({ value }) => value)} target={level.target} />
          </>
        )}
      </TableCell>
      <TableCell>{measured > 0 && <StatusChip label={translate('reviews.levels.periods', { missed, measured })} tone={missedInARow > 1 ? 'danger' : missed > 0 ? 'warning' : 'neutral'} />}</TableCell>
      <TableCell align="right">{isWithheld(level.credit) ? <Withheld /> : credit === null ? translate('reviews.levels.noCredit') : format.money(credit)}</TableCell>
    </TableRow>
  );
}
