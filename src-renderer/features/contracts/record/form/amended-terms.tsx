import Alert from '@mui/material/Alert';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { useRecordFormContext } from './record-form-context.ts';

/** Says above the terms that amendments keep them, and how to change them. */
export function AmendedTerms() {
  const translate = useTranslate();
  const { locks } = useRecordFormContext();
  if (!locks.areTermsAmended) return null;
  return (
    <Alert severity="info" sx={{ mb: 2 }}>
      {translate('contracts.record.lock.terms')}
    </Alert>
  );
}
