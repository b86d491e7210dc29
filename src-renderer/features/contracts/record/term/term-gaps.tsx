import Alert from '@mui/material/Alert';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { TermPlan } from '#shared/features/terms/model.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';

interface TermGapsProps {
  readonly id: ContractId;
  readonly plan: TermPlan;
  readonly mayEdit: boolean;
  /** Before the signature it is usual that dates are open. */
  readonly isSigned: boolean;
}

/** What can't be told, why, and where to enter what is lacking. */
export function TermGaps({ id, plan, mayEdit, isSigned }: TermGapsProps) {
  const translate = useTranslate();
  const format = useFormat();
  const { missing, unknownYears } = plan;
  return (
    <>
      {missing.length > 0 && (
        <Alert
          severity={isSigned ? 'warning' : 'info'}
          action={
            mayEdit && (
              <Link component={RouterLink} to={`/contracts/${id}/record`} variant="body2" color="inherit" sx={{ py: 0.5, px: 1, whiteSpace: 'nowrap' }}>
                {translate('contracts.term.fillIn')}
              </Link>
            )
          }
        >
          {missing.map((fact) => (
            <div key={fact}>{translate(`contracts.term.missing.${fact}`)}</div>
          ))}
        </Alert>
      )}
      {unknownYears.length > 0 && (
        <Alert
          severity="info"
          action={
            <Link component={RouterLink} to="/settings" variant="body2" color="inherit" sx={{ py: 0.5, px: 1, whiteSpace: 'nowrap' }}>
              {translate('contracts.term.toCalendar')}
            </Link>
          }
        >
          {translate('contracts.term.unknownYears', { years: format.list(unknownYears.map(String)) })}
        </Alert>
      )}
    </>
  );
}
