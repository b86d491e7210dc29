import Alert from '@mui/material/Alert';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useDeferredValue, useRef } from 'react';
import { measureFacts, type Definition, type ReportData } from '#shared/features/analytics/model.ts';
import { minorDigits } from '#shared/kernel/money.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { FigureChart } from '../../../ui/figure-chart.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { Withheld } from '../../../ui/withheld.tsx';
import { seriesOf } from '../series.ts';
import { useGroupWord, useMeasureValue } from '../words.ts';
import { ExportBar } from './export-bar.tsx';

interface ReportViewProps {
  readonly name: string;
  readonly definition: Definition;
  readonly onSaved: (id: string) => void;
}

/** A report as it stands now. */
export function ReportView({ name, definition, onSaved }: ReportViewProps) {
  const translate = useTranslate();
  const shown = useDeferredValue(definition);
  const report = useOperation('analytics.run', { definition: shown }, { keepPrevious: true });
  const frame = useRef<HTMLDivElement>(null);
  const { data } = report;
  return (
    <SectionCard title={name} subtitle={translate('analytics.subtitle', { measure: translate(`analytics.measure.${shown.measure}`), group: translate(`analytics.dimension.${shown.groupBy}`) })}>
      {data === undefined && (report.error === null ? <LoadingState /> : <ErrorMessage error={report.error} onRetry={report.refetch} />)}
      {data?.missing === 'withheld' && <Withheld />}
      {data?.missing === 'not_kept' && <EmptyState title={translate('analytics.missing.not_kept')} body={translate('analytics.missing.notKeptBody')} />}
      {data?.missing === 'empty' && <EmptyState title={translate('analytics.missing.empty')} body={translate('analytics.missing.emptyBody')} />}
      {data !== undefined && data.missing === null && (
        <Stack spacing={2}>
          <div ref={frame}>
            <Figures name={name} definition={shown} data={data} />
          </div>
          <ExportBar name={name} definition={shown} data={data} frame={frame} onSaved={onSaved} />
        </Stack>
      )}
    </SectionCard>
  );
}

interface FiguresProps {
  readonly name: string;
  readonly definition: Definition;
  readonly data: ReportData;
}

function Figures({ name, definition, data }: FiguresProps) {
  const translate = useTranslate();
  const format = useFormat();
  const wordOf = useGroupWord();
  const say = useMeasureValue();
  const { groups, series } = seriesOf(data.rows, definition);
  const { unit, addsUp } = measureFacts[definition.measure];
  const nothing = data.rows.filter(({ value }) => value === null).length;
  // A pie can only show one series whose parts make a whole.
  const kind = definition.show === 'pie' && (series.length > 1 || !addsUp) ? 'bar' : definition.show === 'table' ? 'bar' : definition.show;
  const currencies = new Set(series.map(({ currency }) => currency));
  const labelOf = ({ split, currency }: (typeof series)[number]) =>
    [definition.splitBy === null ? (currencies.size > 1 ? '' : translate(`analytics.measure.${definition.measure}`)) : wordOf(definition.splitBy, split), unit === 'money' ? currency : null].filter((part) => part !== null && part !== '').join(' · ');
  const shown = series.map((each) => ({
    label: labelOf(each),
    values: each.values.map((value) => (value === null || each.currency === null || unit !== 'money' ? value : value / 10 ** minorDigits(each.currency))),
  }));
  const count = data.rows.reduce((sum, row) => sum + row.count, 0);
  return (
    <>
      <FigureChart
        key={definition.show}
        label={name}
        kind={kind}
        height={340}
        startsAsTable={definition.show === 'table'}
        groupHeading={translate(`analytics.dimension.${definition.groupBy}`)}
        groups={groups.map((group) => wordOf(definition.groupBy, group))}
        series={shown}
        formatValue={(value) => (unit === 'money' ? format.number(Math.round(value)) : say(definition, value, null))}
      />
      <Typography variant="caption" color="textSecondary" component="p" role="status">
        {translate('analytics.from_rows', { count: format.number(count), groups: format.number(groups.length) })}
      </Typography>
      {nothing > 0 && <Alert severity="info">{translate('analytics.nothingIn', { count: nothing })}</Alert>}
      {(data.isCut || data.rows.length > groups.length * series.length) && <Alert severity="info">{translate('analytics.cut')}</Alert>}
    </>
  );
}
