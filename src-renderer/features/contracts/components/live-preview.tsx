import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { memo, useMemo } from 'react';
import type { ContractBody, ContractLanguage } from '#shared/features/contracts/model.ts';
import { documentCss } from '#shared/features/documents/document-css.ts';
import { renderDocument } from '#shared/features/documents/render.ts';
import type { VariableValues } from '#shared/features/documents/variables.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { DocumentPreview } from '../../../ui/document-preview.tsx';
import { focusField } from '../focus-field.ts';
import { useFormFocus } from '../store.ts';

interface LivePreviewProps {
  readonly body: ContractBody;
  readonly language: ContractLanguage;
  readonly values: VariableValues;
  readonly withheldKeys: readonly string[];
  readonly number: string | null;
}

/** The text as it stands, beside its form: marks what is being edited, and a click on a blank goes to its field. */
export const LivePreview = memo(function LivePreview(props: LivePreviewProps) {
  const translate = useTranslate();
  const activeKey = useFormFocus((focus) => focus.activeKey);
  const { body, language, values, withheldKeys, number } = props;
  const html = useMemo(
    () => renderDocument({ bodyZh: body.bodyZh, bodyEn: body.bodyEn, variables: body.variables, language, values, withheldKeys, number, mode: 'preview' }),
    [body, language, values, withheldKeys, number],
  );
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, height: '100%' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'baseline', mb: 1 }}>
        <Typography variant="h2">{translate('contracts.form.previewTitle')}</Typography>
        <Typography variant="body2" color="textSecondary">
          {translate('contracts.form.previewHint')}
        </Typography>
      </Box>
      <Box data-preview-scroller tabIndex={0} role="region" aria-label={translate('contracts.form.previewLabel')} sx={scrollerStyle}>
        <DocumentPreview
          html={html}
          css={css}
          label={translate('contracts.form.previewLabel')}
          language={language === 'en' ? 'en' : 'zh-CN'}
          activeVariable={activeKey ?? undefined}
          onVariableClick={focusField}
        />
      </Box>
    </Box>
  );
});

const css = documentCss('.contract');

const scrollerStyle = { flex: 1, minHeight: 0, overflowY: 'auto', p: 2, bgcolor: 'action.hover', borderRadius: 1 } as const;
