import Box from '@mui/material/Box';
import { useState } from 'react';
import { termsFields, type AmendedTerms } from '#shared/features/amendments/model.ts';
import { changedFields, termsAsOf } from '#shared/features/amendments/rules.ts';
import { isDay, type Day } from '#shared/kernel/day.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useSumRows } from '../use-sum-rows.tsx';
import { useTermsText } from '../use-terms-text.ts';
import { ChangeTable } from './change-table.tsx';

/** The terms on any day, laid over those that were signed. */
export function TermsAsOf({ amended, today }: { readonly amended: AmendedTerms; readonly today: Day }) {
  const translate = useTranslate();
  const format = useFormat();
  const { labelOf, saidOf, valueOf } = useTermsText(amended.partyNames);
  const sumRows = useSumRows();
  const [typed, setTyped] = useState<string>(today);
  const day = isDay(typed) ? typed : today;
  const { terms, amount, applied } = termsAsOf(amended, day);
  const changed = changedFields(amended.original, terms);
  const said = termsFields.filter((field) => changed.includes(field) || saidOf(field, amended.original) !== null);
  const rows = [
    ...said.map((field) => ({ key: field, label: labelOf(field), before: valueOf(field, amended.original), after: valueOf(field, terms), isChanged: changed.includes(field) })),
    ...sumRows(amended.originalAmount, amount),
  ];
  return (
    <SectionCard title={translate('amendments.asOf.title')} subtitle={translate('amendments.asOf.applied', { count: applied.length })}>
      <Box sx={{ maxWidth: 240, mb: 2 }}>
        <DateField id="terms-day" label={translate('amendments.asOf.day')} value={typed} onChange={setTyped} />
      </Box>
      <ChangeTable label={translate('amendments.asOf.title')} beforeHeading={translate('amendments.asOf.original')} afterHeading={translate('amendments.asOf.on', { day: format.date(day) })} rows={rows} />
    </SectionCard>
  );
}
