import Autocomplete from '@mui/material/Autocomplete';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { chartKinds, measureFacts, measures, type Definition, type Dimension } from '#shared/features/analytics/model.ts';
import { stages } from '#shared/features/contracts/stage.ts';
import { contractTypes } from '#shared/features/templates/model.ts';
import { isDay } from '#shared/kernel/day.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { isDimension } from '../words.ts';

interface BuilderProps {
  readonly definition: Definition;
  readonly onChange: (definition: Definition) => void;
}

const periods = ['all', '3', '6', '12', '24', '36', 'own'] as const;

/** What a report measures, how it groups, what it leaves out, over which time, and how it is shown. */
export function Builder({ definition, onChange }: BuilderProps) {
  const translate = useTranslate();
  const { measure, groupBy, splitBy, filter, period, show } = definition;
  const over = measureFacts[measure].dimensions;
  const change = (part: Partial<Definition>) => onChange({ ...definition, ...part });
  const chooseMeasure = (text: string) => {
    const next = measures.find((each) => each === text);
    if (next === undefined) return;
    const allowed = measureFacts[next].dimensions;
    const group = allowed.includes(groupBy) ? groupBy : (allowed[0] ?? groupBy);
    change({ measure: next, groupBy: group, splitBy: splitBy !== null && allowed.includes(splitBy) && splitBy !== group ? splitBy : null });
  };
  const shownPeriod = period.lastMonths !== null ? (periods.find((each) => each === String(period.lastMonths)) ?? 'own') : period.from === null && period.to === null ? 'all' : 'own';
  const choosePeriod = (text: string) => {
    if (text === 'all') change({ period: { lastMonths: null, from: null, to: null } });
    else if (text === 'own') change({ period: { lastMonths: null, from: `${new Date().getFullYear()}-01-01` as never, to: null } });
    else change({ period: { lastMonths: Number(text), from: null, to: null } });
  };
  const dimensionItems = (except: Dimension | null) =>
    over
      .filter((each) => each !== except)
      .map((each) => (
        <MenuItem key={each} value={each}>
          {translate(`analytics.dimension.${each}`)}
        </MenuItem>
      ));
  return (
    <Stack spacing={2}>
      <Stack direction="row" spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap' }}>
        <TextField select label={translate('analytics.measureLabel')} value={measure} onChange={(event) => chooseMeasure(event.target.value)} sx={selectStyle}>
          {measures.map((each) => (
            <MenuItem key={each} value={each}>
              {translate(`analytics.measure.${each}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField select label={translate('analytics.groupBy')} value={groupBy} onChange={(event) => isDimension(event.target.value) && change({ groupBy: event.target.value, splitBy: splitBy === event.target.value ? null : splitBy })} sx={selectStyle}>
          {dimensionItems(null)}
        </TextField>
        <TextField select label={translate('analytics.splitBy')} value={splitBy ?? 'nothing'} onChange={(event) => change({ splitBy: isDimension(event.target.value) ? event.target.value : null })} sx={selectStyle}>
          <MenuItem value="nothing">{translate('analytics.noSplit')}</MenuItem>
          {dimensionItems(groupBy)}
        </TextField>
        <TextField select label={translate('analytics.period')} value={shownPeriod} onChange={(event) => choosePeriod(event.target.value)} sx={selectStyle}>
          {periods.map((each) => (
            <MenuItem key={each} value={each}>
              {translate(`analytics.periods.${each}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField select label={translate('analytics.show')} value={show} onChange={(event) => change({ show: chartKinds.find((each) => each === event.target.value) ?? show })} sx={selectStyle}>
          {chartKinds.map((each) => (
            <MenuItem key={each} value={each}>
              {translate(`analytics.chart.${each}`)}
            </MenuItem>
          ))}
        </TextField>
      </Stack>
      {shownPeriod === 'own' && (
        <Stack direction="row" spacing={1.5}>
          <DateField id="analytics-from" label={translate('analytics.from')} value={period.from ?? ''} onChange={(text) => change({ period: { ...period, lastMonths: null, from: isDay(text) ? text : null } })} />
          <DateField id="analytics-to" label={translate('analytics.to')} value={period.to ?? ''} onChange={(text) => change({ period: { ...period, lastMonths: null, to: isDay(text) ? text : null } })} />
        </Stack>
      )}
      <Stack direction="row" spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap' }}>
        <Autocomplete multiple limitTags={2} sx={{ flex: '1 1 240px' }} options={contractTypes} value={[...filter.types]} onChange={(_, types) => change({ filter: { ...filter, types } })} getOptionLabel={(type) => translate(`templates.type.${type}`)} renderInput={(parameters) => <TextField {...parameters} label={translate('analytics.onlyTypes')} />} />
        <Autocomplete multiple limitTags={2} sx={{ flex: '1 1 240px' }} options={stages} value={[...filter.stages]} onChange={(_, chosen) => change({ filter: { ...filter, stages: chosen } })} getOptionLabel={(stage) => translate(`contracts.stage.${stage}`)} renderInput={(parameters) => <TextField {...parameters} label={translate('analytics.onlyStages')} />} />
        <TextField sx={{ flex: '1 1 160px' }} label={translate('analytics.onlyOwner')} value={filter.ownerName} onChange={(event) => change({ filter: { ...filter, ownerName: event.target.value } })} slotProps={{ htmlInput: { maxLength: 80 } }} />
      </Stack>
    </Stack>
  );
}

/** As wide as its words ask for: five beside each other on a small laptop. What is grouped by stands in sentences too, so that it begins small. */
const selectStyle = { flex: '1 1 auto', minWidth: 112, '& .MuiSelect-select::first-letter': { textTransform: 'uppercase' } } as const;
