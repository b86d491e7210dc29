import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import type { AuditFilter } from '#shared/features/audit/model.ts';
import { isDay } from '#shared/kernel/day.ts';
import { isStringKey, useTranslate } from '../../../i18n/i18n.ts';
import { useFeatureName } from '../../../i18n/operation-name.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { FilterMenu } from '../../../ui/filter-menu.tsx';

interface AuditFiltersProps {
  readonly filter: AuditFilter;
  readonly onChange: (filter: AuditFilter) => void;
}

/** Narrows the log by person, area, kind of thing and time. */
export function AuditFilters({ filter, onChange }: AuditFiltersProps) {
  const translate = useTranslate();
  const featureName = useFeatureName();
  const { data } = useOperation('audit.choices', undefined);
  const [days, setDays] = useState({ from: '', until: '' });
  const change = (name: keyof AuditFilter, value: string | number | undefined) => {
    const { [name]: _, ...others } = filter;
    onChange(value === undefined ? others : { ...others, [name]: value });
  };
  const changeDay = (name: 'from' | 'until', day: string) => {
    setDays({ ...days, [name]: day });
    if (day === '' || isDay(day)) change(name, day === '' ? undefined : startOf(day, name === 'until' ? 1 : 0));
  };
  const kindName = (kind: string) => {
    const key = `audit.kind.${kind}`;
    return isStringKey(key) ? translate(key) : kind;
  };
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }} role="group" aria-label={translate('audit.filters')}>
      <FilterMenu isSingle label={translate('audit.column.actor')} options={(data?.actors ?? []).map(({ id, name }) => ({ value: id, label: name === '' ? id : name }))} chosen={filter.actorId === undefined ? [] : [filter.actorId]} onChange={([id]) => change('actorId', id)} />
      <FilterMenu isSingle label={translate('audit.feature')} options={(data?.features ?? []).map((value) => ({ value, label: featureName(value) }))} chosen={filter.feature === undefined ? [] : [filter.feature]} onChange={([value]) => change('feature', value)} />
      <FilterMenu isSingle label={translate('audit.column.subject')} options={(data?.subjectKinds ?? []).map((value) => ({ value, label: kindName(value) }))} chosen={filter.subjectKind === undefined ? [] : [filter.subjectKind]} onChange={([value]) => change('subjectKind', value)} />
      <Box sx={{ width: 170 }}>
        <DateField id="audit-from" label={translate('audit.from')} value={days.from} onChange={(day) => changeDay('from', day)} />
      </Box>
      <Box sx={{ width: 170 }}>
        <DateField id="audit-until" label={translate('audit.until')} value={days.until} onChange={(day) => changeDay('until', day)} />
      </Box>
      {Object.keys(filter).length > 0 && (
        <Button
          size="small"
          onClick={() => {
            setDays({ from: '', until: '' });
            onChange({});
          }}
        >
          {translate('audit.showAll')}
        </Button>
      )}
    </Stack>
  );
}

/** The first instant of a day on this laptop, some days later. */
function startOf(day: string, later: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).getTime();
}
