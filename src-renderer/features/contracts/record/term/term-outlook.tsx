import Alert from '@mui/material/Alert';
import type { Direction } from '#shared/features/contracts/record.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { outlookOf, type Outlook } from './outlook.ts';
import type { ContractTerm } from './use-term-plan.ts';

interface TermOutlookProps {
  readonly term: ContractTerm;
  readonly direction: Direction;
}

/** What is committed if nobody acts, and the way out. */
export function TermOutlook({ term: { facts, plan, today }, direction }: TermOutlookProps) {
  const translate = useTranslate();
  const format = useFormat();
  const outlook = outlookOf(facts, plan, today);
  const sentenceOf = useSentence(direction);
  const isRunning = plan.term === null || plan.term.end >= today || facts.renewalType === 'evergreen';
  const mayLeave = plan.earliestExit !== null && isRunning;
  if (outlook === null && !mayLeave) return null;
  const { agreedFrom, revivedOn } = plan;
  const isSigned = facts.stage === 'signed';
  return (
    <Alert severity={(outlook !== null && grave.has(outlook.kind)) || (isSigned && revivedOn !== null) ? 'warning' : 'info'}>
      {outlook !== null && <div>{sentenceOf(outlook)}</div>}
      {isSigned && agreedFrom.length > 0 && <div>{translate('contracts.term.agreed', { days: format.list(agreedFrom.map((day) => format.date(day))) })}</div>}
      {isSigned && revivedOn !== null && <div>{translate('contracts.term.revived', { day: format.date(revivedOn) })}</div>}
      {mayLeave && plan.earliestExit !== null && <div>{translate('contracts.term.exit', { day: format.date(plan.earliestExit) })}</div>}
    </Alert>
  );
}

const grave: ReadonlySet<Outlook['kind']> = new Set(['willRenew', 'ended', 'lapses', 'terminating', 'noticePending', 'exercisePending']);

function useSentence(direction: Direction): (outlook: Outlook) => string {
  const translate = useTranslate();
  const format = useFormat();
  return (outlook) => {
    switch (outlook.kind) {
      case 'runsOn':
        return translate('contracts.term.outlook.runsOn');
      case 'optionOpen':
        return translate('contracts.term.outlook.optionOpen', { day: format.date(outlook.day), deadline: format.date(outlook.deadline) });
      case 'noticePending':
      case 'exercisePending':
        return translate(`contracts.term.outlook.${outlook.kind}`, { day: format.date(outlook.day), arrives: format.date(outlook.arrives) });
      case 'renews':
      case 'willRenew': {
        const sentence = translate(`contracts.term.outlook.${outlook.kind}`, { day: format.date(outlook.day) });
        if (outlook.amount === null || direction === 'none') return sentence;
        return `${sentence}${translate(`contracts.term.committed.${direction}`, { sum: format.money(outlook.amount) })}`;
      }
      default:
        return translate(`contracts.term.outlook.${outlook.kind}`, { day: format.date(outlook.day) });
    }
  };
}
