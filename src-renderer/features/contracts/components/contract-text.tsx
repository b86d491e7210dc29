import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { isEditable } from '#shared/features/contracts/lifecycle.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import { documentCss } from '#shared/features/documents/document-css.ts';
import { renderDocument } from '#shared/features/documents/render.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { DocumentPreview } from '../../../ui/document-preview.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';

/** The text of a contract's current version, as far as the person's keys open it. */
export function ContractText({ contract }: { readonly contract: Contract }) {
  const translate = useTranslate();
  const html = useMemo(() => htmlOf(contract), [contract]);
  if (contract.body === null) {
    return <NoText contract={contract} />;
  }
  if (html === null) {
    return <EmptyState title={translate('contracts.page.withheldTitle')} body={translate('contracts.page.withheldBody')} />;
  }
  return (
    <Box sx={{ p: { xs: 1, md: 2 }, bgcolor: 'action.hover', borderRadius: 1 }}>
      <DocumentPreview
        html={html}
        css={css}
        label={translate('contracts.page.text')}
        language={contract.summary.language === 'en' ? 'en' : 'zh-CN'}
      />
    </Box>
  );
}

/** Stands where a text would, with the way to one. */
function NoText({ contract: { summary } }: { readonly contract: Contract }) {
  const translate = useTranslate();
  const mayWrite = usePermission('contracts.write');
  const mayImport = mayWrite && isEditable(summary.stage);
  return (
    <SectionCard title={translate('contracts.page.noTextTitle')}>
      <Typography variant="body2" color="textSecondary" component="div">
        <div>{translate('contracts.page.noTextBody')}</div>
        {mayWrite && <div>{translate(mayImport ? 'contracts.page.noTextDraftHint' : 'contracts.page.noTextHint')}</div>}
      </Typography>
      {mayImport && (
        <Button component={Link} to={`/contracts/${summary.id}/versions`} size="small" sx={{ mt: 1, ml: -0.5 }}>
          {translate('contracts.page.addText')}
        </Button>
      )}
    </SectionCard>
  );
}

const css = documentCss('.contract');

function htmlOf({ body, values, withheldKeys, summary }: Contract): string | null {
  if (isWithheld(body) || body === null || isWithheld(values)) return null;
  const { bodyZh, bodyEn, variables } = body;
  const { language, number } = summary;
  return renderDocument({ bodyZh, bodyEn, variables, language, values, withheldKeys, number, mode: 'preview' });
}
