import Alert from '@mui/material/Alert';
import type { TermsField } from '#shared/features/amendments/model.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { useRecordFormContext } from './record-form-context.ts';

/** Says above some terms which of them amendments keep, and how to change those. */
export function AmendedTerms({ of }: { readonly of: readonly Exclude<TermsField, 'parties'>[] }) {
  const translate = useTranslate();
  const format = useFormat();
  const { locks } = useRecordFormContext();
  const kept = of.filter((field) => locks.amendedTerms.includes(field)).map((field) => translate(`contracts.record.field.${field}`));
  if (kept.length === 0) return null;
  return (
    <Alert severity="info" sx={{ mb: 2 }}>
      {translate('contracts.record.lock.terms', { terms: format.list(kept) })}
    </Alert>
  );
}
