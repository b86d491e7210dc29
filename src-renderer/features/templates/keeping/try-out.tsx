import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useDeferredValue, useMemo, useState } from 'react';
import { checkText } from '#shared/features/checker/engine.ts';
import { allRules } from '#shared/features/checker/rules/all-rules.ts';
import { clauseText } from '#shared/features/checker/segmentation/clause-text.ts';
import { contractLanguages, type ContractLanguage } from '#shared/features/contracts/model.ts';
import { documentCss } from '#shared/features/documents/document-css.ts';
import { renderDocument } from '#shared/features/documents/render.ts';
import { documentBlocks } from '#shared/features/documents/text-blocks.ts';
import type { TemplateContent } from '#shared/features/templates/model.ts';
import { trialValues } from '#shared/features/templates/trial-values.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { DocumentPreview } from '../../../ui/document-preview.tsx';
import { presentDay } from '../../../ui/present-day.ts';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';

const css = documentCss('.contract');
const tones = { block: 'danger', high: 'danger', medium: 'warning', info: 'neutral' } as const;

/** The text as it would read with made-up values, and what the checker says of it. */
export function TryOut({ content: given }: { readonly content: TemplateContent }) {
  const translate = useTranslate();
  const content = useDeferredValue(given);
  const own: ContractLanguage = useLanguage() === 'zh-CN' ? 'zh' : 'en';
  const [language, setLanguage] = useState<ContractLanguage>(own);
  const [today] = useState(presentDay);
  const values = useMemo(() => trialValues(content, today), [content, today]);
  const document = useMemo(() => ({ ...content, language, values, withheldKeys: [] }), [content, language, values]);
  const html = useMemo(() => renderDocument({ ...document, number: null, mode: 'preview' }), [document]);
  const { findings, clauses } = useMemo(() => {
    const text = clauseText(documentBlocks(document));
    return { findings: checkText(text, { record: null, rules: allRules, tuning: [] }).findings, clauses: text.clauses };
  }, [document]);
  return (
    <Stack spacing={2} sx={{ pt: 2 }}>
      <ToggleButtonGroup exclusive size="small" value={language} aria-label={translate('templates.page.language')} onChange={(_, chosen: ContractLanguage | null) => chosen !== null && setLanguage(chosen)}>
        {contractLanguages.map((each) => (
          <ToggleButton key={each} value={each}>
            {translate(`templates.page.${each}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <SectionCard title={translate('templates.trial.findings')} subtitle={findings.length === 0 ? translate('templates.trial.clean') : translate('templates.trial.some', { count: findings.length })}>
        <Stack component="ul" spacing={0.75} sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {findings.slice(0, 50).map(({ ruleId, severity, quote, clause, fingerprint }) => (
            <li key={fingerprint}>
              <StatusChip tone={tones[severity]} label={ruleId} />{' '}
              <Typography component="span" variant="body2">
                {translate('templates.trial.finding', { heading: clauses[clause]?.heading ?? '', quote })}
              </Typography>
            </li>
          ))}
        </Stack>
      </SectionCard>
      <Box tabIndex={0} role="region" aria-label={translate('templates.page.previewLabel')} sx={{ overflowY: 'auto', maxHeight: 720, p: 2, bgcolor: 'action.hover', borderRadius: 1 }}>
        <DocumentPreview html={html} css={css} label={translate('templates.page.previewLabel')} language={language === 'en' ? 'en' : 'zh-CN'} />
      </Box>
    </Stack>
  );
}
