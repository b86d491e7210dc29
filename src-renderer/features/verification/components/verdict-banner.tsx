import Alert, { type AlertColor } from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Typography from '@mui/material/Typography';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useReportWords } from '../use-report-words.ts';
import type { Verification } from '../use-verification.ts';

const severityByVerdict = {
  intact: 'success',
  changed_after_signing: 'warning',
  broken: 'error',
  unsigned: 'info',
} as const;

/** Signatures that hold don't make a contract of a signing that came to nothing. */
function severityOf({ report, known }: Verification): AlertColor {
  const isOver = known !== null && known.signing !== null && ['declined', 'voided', 'expired'].includes(known.signing.state);
  return isOver && report.verdict === 'intact' ? 'warning' : severityByVerdict[report.verdict];
}

/** The answer in plain words, before any detail. */
export function VerdictBanner({ verification }: { readonly verification: Verification }) {
  const translate = useTranslate();
  const { knownLines } = useReportWords();
  const { verdict, removedSignatures } = verification.report;
  return (
    <Alert severity={severityOf(verification)} role="status" sx={{ py: 1.5 }}>
      <AlertTitle component="h2" sx={{ fontSize: '1.125rem' }}>
        {translate(`verification.verdict.${verdict}.title`)}
      </AlertTitle>
      <Typography>{translate(`verification.verdict.${verdict}.body`)}</Typography>
      {removedSignatures.length > 0 && (
        <Typography sx={{ mt: 1 }}>
          {translate('verification.removed', { fields: removedSignatures.join(', ') })}
        </Typography>
      )}
      {knownLines(verification).map((line) => (
        <Typography key={line} sx={{ mt: 1 }}>
          {line}
        </Typography>
      ))}
    </Alert>
  );
}
