import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { durationUnits, type Variable } from '#shared/features/documents/variables.ts';
import { isRule } from '#shared/features/fulfilment/recurrence.ts';
import { dueEvents, type DueRule } from '#shared/features/templates/defaults.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { WholeNumberField } from '../../../../ui/whole-number-field.tsx';
import { KeyField } from './key-field.tsx';

interface DueFieldsProps {
  readonly due: DueRule;
  readonly variables: readonly Variable[];
  readonly onChange: (due: DueRule) => void;
}

const kinds = ['fixed', 'offset', 'rrule'] as const;
const rhythms = { weekly: 'FREQ=WEEKLY', monthly: 'FREQ=MONTHLY;BYMONTHDAY=-1', quarterly: 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1', halfYearly: 'FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1', yearly: 'FREQ=YEARLY' } as const;
type Rhythm = keyof typeof rhythms;
const rhythmNames = Object.keys(rhythms) as readonly Rhythm[];

/** When an obligation is due: on a day that is filled in, so long before or after an event, or again and again. */
export function DueFields({ due, variables, onChange }: DueFieldsProps) {
  const translate = useTranslate();
  const dates = variables.filter(({ type }) => type === 'date');
  const event = due.kind === 'fixed' ? 'effective' : due.event;
  const become = (kind: DueRule['kind']) => {
    if (kind === 'fixed') onChange({ kind, dateKey: dates[0]?.key ?? '' });
    else if (kind === 'offset') onChange({ kind, event, amount: 30, unit: 'day', durationKey: null });
    else onChange({ kind, event, rule: rhythms.monthly });
  };
  return (
    <Stack direction="row" spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap' }}>
      <TextField select size="small" label={translate('templates.obligations.due')} value={due.kind} onChange={(chosen) => become(kinds.find((kind) => kind === chosen.target.value) ?? 'offset')} sx={{ minWidth: 150 }}>
        {kinds.map((kind) => (
          <MenuItem key={kind} value={kind} disabled={kind === 'fixed' && dates.length === 0}>
            {translate(`templates.obligations.dueKind.${kind}`)}
          </MenuItem>
        ))}
      </TextField>
      {due.kind === 'fixed' && <KeyField label={translate('templates.obligations.date')} variables={dates} value={due.dateKey} onChange={(dateKey) => onChange({ ...due, dateKey: dateKey ?? '' })} isRequired />}
      {due.kind !== 'fixed' && (
        <TextField select size="small" label={translate('templates.obligations.eventLabel')} value={due.event} onChange={(chosen) => onChange({ ...due, event: dueEvents.find((one) => one === chosen.target.value) ?? due.event })} sx={{ minWidth: 120 }}>
          {dueEvents.map((one) => (
            <MenuItem key={one} value={one}>
              {translate(`templates.obligations.event.${one}`)}
            </MenuItem>
          ))}
        </TextField>
      )}
      {due.kind === 'offset' && <OffsetFields due={due} variables={variables} onChange={onChange} />}
      {due.kind === 'rrule' && <RuleFields due={due} onChange={onChange} />}
    </Stack>
  );
}

type Of<Kind extends DueRule['kind']> = Extract<DueRule, { readonly kind: Kind }>;

function OffsetFields({ due, variables, onChange }: { readonly due: Of<'offset'>; readonly variables: readonly Variable[]; readonly onChange: (due: DueRule) => void }) {
  const translate = useTranslate();
  const sign = due.amount < 0 ? -1 : 1;
  return (
    <>
      <TextField select size="small" label={translate('templates.obligations.side')} value={sign} onChange={(event) => onChange({ ...due, amount: Math.abs(due.amount) * Number(event.target.value) })} sx={{ minWidth: 84 }}>
        <MenuItem value={1}>{translate('templates.obligations.sides.after')}</MenuItem>
        {/* Nothing before an event can't be told from nothing after it. */}
        <MenuItem value={-1} disabled={due.amount === 0}>
          {translate('templates.obligations.sides.before')}
        </MenuItem>
      </TextField>
      <WholeNumberField label={translate('templates.obligations.amountOfTime')} value={Math.abs(due.amount)} least={0} most={3650} onChange={(amount) => onChange({ ...due, amount: sign * Math.abs(amount) })} width={120} />
      <TextField select size="small" label={translate('templates.obligations.unitLabel')} value={due.unit} onChange={(event) => onChange({ ...due, unit: durationUnits.find((unit) => unit === event.target.value) ?? due.unit })} sx={{ minWidth: 110 }}>
        {durationUnits.map((unit) => (
          <MenuItem key={unit} value={unit}>
            {translate(`templates.obligations.units.${unit}`)}
          </MenuItem>
        ))}
      </TextField>
      <KeyField label={translate('templates.obligations.orVariable')} variables={variables.filter(({ type }) => type === 'duration')} value={due.durationKey} onChange={(durationKey) => onChange({ ...due, durationKey })} />
    </>
  );
}

function RuleFields({ due, onChange }: { readonly due: Of<'rrule'>; readonly onChange: (due: DueRule) => void }) {
  const translate = useTranslate();
  const rhythm = rhythmNames.find((name) => rhythms[name] === due.rule);
  const isSound = isRule(due.rule);
  return (
    <>
      <TextField select size="small" label={translate('templates.obligations.rhythm')} value={rhythm ?? 'own'} onChange={(event) => onChange({ ...due, rule: rhythms[rhythmNames.find((name) => name === event.target.value) ?? 'monthly'] })} sx={{ minWidth: 140 }}>
        {rhythmNames.map((name) => (
          <MenuItem key={name} value={name}>
            {translate(`templates.obligations.rhythms.${name}`)}
          </MenuItem>
        ))}
        {rhythm === undefined && <MenuItem value="own">{translate('templates.obligations.rhythms.own')}</MenuItem>}
      </TextField>
      <TextField size="small" label={translate('templates.obligations.rule')} value={due.rule} error={!isSound} helperText={isSound ? undefined : translate('templates.obligations.ruleHint')} onChange={(event) => onChange({ ...due, rule: event.target.value.toUpperCase() })} slotProps={{ htmlInput: { maxLength: 200, spellCheck: false } }} sx={{ flex: 1, minWidth: 240 }} />
    </>
  );
}
