import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import type { AmendedTerms, Amendment } from '#shared/features/amendments/model.ts';
import { changedFields, overlaid, termsBefore } from '#shared/features/amendments/rules.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import type { Day } from '#shared/kernel/day.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { Withheld } from '../../../ui/withheld.tsx';
import { useSumRows } from '../use-sum-rows.tsx';
import { useTermsText } from '../use-terms-text.ts';
import { ChangeTable, type ChangeRow } from './change-table.tsx';
import { ClauseDifference } from './clause-difference.tsx';

interface AmendmentEntryProps {
  readonly amended: AmendedTerms;
  readonly amendment: Amendment;
  readonly today: Day;
  /** Absent for who may not void. */
  readonly onVoid: (() => void) | undefined;
}

/** One amendment: when and why, and what it changes from what to what. */
export function AmendmentEntry({ amended, amendment, today, onVoid }: AmendmentEntryProps) {
  const translate = useTranslate();
  const format = useFormat();
  const rows = useChangeRows(amended, amendment);
  const { sequence, kind, effectiveOn, documentId, documentNumber, rationale, clauses, voidedAt } = amendment;
  const state = voidedAt !== null ? 'void' : effectiveOn > today ? 'coming' : 'inForce';
  return (
    <Box component="li" sx={{ py: 2, '& + &': { borderTop: 1, borderColor: 'divider' }, opacity: state === 'void' ? 0.85 : 1 }}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap', mb: 1 }}>
        <Typography variant="subtitle1" component="h3">
          {translate('amendments.entry', { number: sequence, kind: translate(`amendments.kind.${kind}`) })}
        </Typography>
        <Chip size="small" variant="outlined" color={state === 'inForce' ? 'success' : 'default'} label={translate(`amendments.state.${state}`)} />
        <Typography variant="body2" color="textSecondary">
          {translate(state === 'void' ? 'amendments.wasFrom' : 'amendments.from', { day: format.date(effectiveOn) })}
        </Typography>
        {documentId !== null && (
          <Link component={RouterLink} to={`/contracts/${documentId}`} variant="body2">
            {documentNumber}
          </Link>
        )}
        <Box sx={{ flex: 1 }} />
        {onVoid !== undefined && state !== 'void' && (
          <Button size="small" color="inherit" onClick={onVoid}>
            {translate('amendments.void.action')}
          </Button>
        )}
      </Stack>
      {isWithheld(rationale) ? <Withheld /> : rationale !== '' && <Typography variant="body2" sx={{ mb: 1, whiteSpace: 'pre-line' }}>{rationale}</Typography>}
      {rows.length > 0 && (
        <ChangeTable label={translate('amendments.changes')} beforeHeading={translate('amendments.before')} afterHeading={translate('amendments.after')} rows={rows} />
      )}
      {isWithheld(clauses) ? null : clauses.map((clause, index) => <ClauseDifference key={index} clause={clause} />)}
      <Typography variant="caption" color="textSecondary" component="p" sx={{ mt: 1 }}>
        {translate('contracts.page.versionBy', { name: amendment.createdByName, time: format.dateTime(amendment.createdAt) })}
      </Typography>
      {voidedAt !== null && (
        <Typography variant="body2" sx={{ mt: 0.5 }}>
          {translate('amendments.void.told', { name: amendment.voidedByName ?? '', time: format.dateTime(voidedAt), reason: amendment.voidReason })}
        </Typography>
      )}
    </Box>
  );
}

function useChangeRows(amended: AmendedTerms, amendment: Amendment): readonly ChangeRow[] {
  const { labelOf, valueOf } = useTermsText(amended.partyNames);
  const sumRows = useSumRows();
  const before = termsBefore(amended, amendment);
  const after = overlaid(before.terms, amendment.terms);
  const rows: readonly ChangeRow[] = changedFields(before.terms, after).map((field) => ({
    key: field,
    label: labelOf(field),
    before: valueOf(field, before.terms),
    after: valueOf(field, after),
    isChanged: true,
  }));
  if (!amendment.changesAmount) return rows;
  return [...rows, ...sumRows(before.amount, amendment.amount)];
}
