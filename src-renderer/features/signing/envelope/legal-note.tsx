import Alert from '@mui/material/Alert';
import Stack from '@mui/material/Stack';
import { agreedMethodClause, legalWeightByMethod } from '#shared/features/signing/legal-weight.ts';
import type { SigningMethod } from '#shared/features/signing/envelope-model.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';

/** What a way of signing is worth, told plainly; with the clause that makes an electronic one an agreed one. */
export function LegalNote({ method }: { readonly method: SigningMethod }) {
  const translate = useTranslate();
  const language = useLanguage();
  const words = legalWeightByMethod[method];
  const offersClause = method === 'drawn' || method === 'certificate' || method === 'seal';
  const key = language === 'en' ? 'en' : 'zh';
  return (
    <Alert severity={words.strength === 'strong' ? 'success' : 'info'} {...(offersClause ? { action: <CopyButton text={agreedMethodClause[key]} label={translate('signing.legal.copyClause')} /> } : {})}>
      <Stack spacing={0.5}>
        <strong>{translate(`signing.legal.strength.${words.strength}`)}</strong>
        <span>{words[key]}</span>
        {offersClause && <span>{translate('signing.legal.clauseHint')}</span>}
      </Stack>
    </Alert>
  );
}
