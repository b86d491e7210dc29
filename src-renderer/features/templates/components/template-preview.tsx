import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useMemo } from 'react';
import { contractLanguages, type ContractLanguage } from '#shared/features/contracts/model.ts';
import { documentCss } from '#shared/features/documents/document-css.ts';
import { renderDocument } from '#shared/features/documents/render.ts';
import type { TemplateContent } from '#shared/features/templates/model.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { DocumentPreview } from '../../../ui/document-preview.tsx';
import { useTemplatesView } from '../store.ts';

interface TemplatePreviewProps {
  readonly content: TemplateContent;
  readonly activeKey: string | null;
  readonly onChoose: (key: string) => void;
}

/** The template's text with its blanks marked, in a language of choice. */
export function TemplatePreview({ content, activeKey, onChoose }: TemplatePreviewProps) {
  const translate = useTranslate();
  const { previewLanguage, previewIn } = useTemplatesView();
  const own: ContractLanguage = useLanguage() === 'zh-CN' ? 'zh' : 'en';
  const language = previewLanguage ?? own;
  const html = useMemo(
    () => renderDocument({ ...content, language, values: {}, withheldKeys: [], number: null, mode: 'preview' }),
    [content, language],
  );
  return (
    <Stack spacing={1.5} sx={{ position: 'sticky', top: 16 }}>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={language}
        aria-label={translate('templates.page.language')}
        onChange={(_, chosen: ContractLanguage | null) => chosen !== null && previewIn(chosen)}
      >
        {contractLanguages.map((each) => (
          <ToggleButton key={each} value={each}>
            {translate(`templates.page.${each}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Box data-preview-scroller tabIndex={0} role="region" aria-label={translate('templates.page.previewLabel')} sx={scrollerStyle}>
        <DocumentPreview
          html={html}
          css={css}
          label={translate('templates.page.previewLabel')}
          language={language === 'en' ? 'en' : 'zh-CN'}
          activeVariable={activeKey ?? undefined}
          onVariableClick={onChoose}
        />
      </Box>
    </Stack>
  );
}

const css = documentCss('.contract');

const scrollerStyle = {
  overflowY: 'auto',
  height: 'calc(100vh - 200px)',
  minHeight: 320,
  p: 2,
  bgcolor: 'action.hover',
  borderRadius: 1,
} as const;
