import Alert from '@mui/material/Alert';
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

/** The answer in plain words, before any detail. */
export function VerdictBanner({ verification }: { readonly verification: Verification }) {
  const translate = useTranslate();
  const { knownLine } = useReportWords();
  const { verdict, removedSignatures } = verification.report;
  return (
    <Alert severity={severityByVerdict[verdict]} role="status" sx={{ py: 1.5 }}>
      <AlertTitle component="h2" sx={{ fontSize: '1.125rem' }}>
        {translate(`verification.verdict.${verdict}.title`)}
      </AlertTitle>
      <Typography>{translate(`verification.verdict.${verdict}.body`)}</Typography>
      {removedSignatures.length > 0 && (
        <Typography sx={{ mt: 1 }}>
          {translate('verification.removed', { fields: removedSignatures.join(', ') })}
        </Typography>
      )}
      <Typography sx={{ mt: 1 }}>{knownLine(verification)}</Typography>
    </Alert>
  );
}
