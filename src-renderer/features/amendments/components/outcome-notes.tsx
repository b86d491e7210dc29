import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import type { AmendmentOutcome } from '#shared/features/amendments/outcome.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import type { EnteredField } from '../term-entries.ts';

interface OutcomeNotesProps {
  readonly outcome: AmendmentOutcome;
  /** What the amendment names already. */
  readonly entered: readonly EnteredField[];
  /** Lets the person enter a term that the amendment should name as well. */
  readonly onAdd: (field: EnteredField) => void;
}

/** What the contract's terms will be, and what of the old ones no longer fits them. */
export function OutcomeNotes({ outcome, entered, onAdd }: OutcomeNotesProps) {
  const translate = useTranslate();
  const format = useFormat();
  const lines = useLines(outcome);
  const { plan, renewsAnew, spentOptOut } = outcome;
  const note = (field: EnteredField, text: string) => (
    <Alert
      severity="warning"
      action={
        !entered.includes(field) && (
          <Button color="inherit" size="small" onClick={() => onAdd(field)} sx={{ whiteSpace: 'nowrap' }}>
            {translate('amendments.outcome.add')}
          </Button>
        )
      }
    >
      {text}
    </Alert>
  );
  return (
    <>
      {lines.length > 0 && (
        <Alert severity="info">
          <AlertTitle>{translate('amendments.outcome.title')}</AlertTitle>
          {lines.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </Alert>
      )}
      {renewsAnew !== null && note('maxRenewals', translate('amendments.outcome.renewsAnew', { count: renewsAnew }))}
      {spentOptOut !== null && note('optOutOn', translate(plan.inForce.optOutPeriod === null ? 'amendments.outcome.optOutLacking' : 'amendments.outcome.optOutByPeriod', { day: format.date(spentOptOut) }))}
    </>
  );
}

function useLines({ plan, lastDay }: AmendmentOutcome): readonly string[] {
  const translate = useTranslate();
  const format = useFormat();
  if (plan.inForce.renewalType === 'evergreen') return [translate('amendments.outcome.endless')];
  const { term, next, deadline } = plan;
  if (term === null) return [];
  const lines = [translate('amendments.outcome.term', { start: format.date(term.start), end: format.date(term.end) })];
  if (deadline !== null && plan.inForce.renewalType === 'option') lines.push(translate('amendments.outcome.option', { deadline: format.date(deadline) }));
  else if (next === null) lines.push(translate('amendments.outcome.ends'));
  else if (deadline === null) lines.push(translate('amendments.outcome.renews', { end: format.date(next.end) }));
  else lines.push(translate('amendments.outcome.renewsUnless', { deadline: format.date(deadline), end: format.date(next.end) }));
  if (lastDay !== null && next !== null && lastDay > next.end) lines.push(translate('amendments.outcome.latest', { day: format.date(lastDay) }));
  return lines;
}
