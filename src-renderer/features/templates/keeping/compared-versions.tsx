import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import Box from '@mui/material/Box';
import { useMemo, useState } from 'react';
import { documentBlocks } from '#shared/features/documents/text-blocks.ts';
import type { TemplateContent } from '#shared/features/templates/model.ts';
import { compareTexts, countChanges, isChange } from '#shared/features/versions/compare.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import type { Version } from './version-view.tsx';

/** What changed against another version of the template, or the one that it was copied from. */
export function ComparedVersions({ version: { record, template }, content }: { readonly version: Version; readonly content: TemplateContent }) {
  const translate = useTranslate();
  const others = template.versions.filter(({ summary }) => summary.versionId !== record.summary.versionId);
  const [chosen, setChosen] = useState(record.basedOnId ?? others[0]?.summary.versionId ?? null);
  const [language, setLanguage] = useState<'zh' | 'en'>('zh');
  const other = useOperation('templates.get', { versionId: chosen ?? record.summary.versionId });
  const changes = useMemo(() => {
    const blocksOf = (one: TemplateContent) => documentBlocks({ ...one, language, values: {}, withheldKeys: [] });
    return other.data === undefined ? [] : compareTexts(blocksOf(other.data.content), blocksOf(content));
  }, [other.data, content, language]);
  if (chosen === null) return <Typography sx={{ pt: 2 }}>{translate('templates.compared.first')}</Typography>;
  const counted = countChanges(changes);
  return (
    <Stack spacing={1.5} sx={{ pt: 2 }}>
      <Stack direction="row" spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap' }}>
        {others.length > 0 && (
          <TextField select size="small" label={translate('templates.compared.with')} value={others.some(({ summary }) => summary.versionId === chosen) ? chosen : ''} onChange={(event) => setChosen(others.find(({ summary }) => summary.versionId === event.target.value)?.summary.versionId ?? chosen)} sx={{ minWidth: 220 }}>
            {others.map(({ summary }) => (
              <MenuItem key={summary.versionId} value={summary.versionId}>
                {translate('templates.keeping.versionState', { version: summary.versionNumber, status: translate(`templates.status.${summary.status}`) })}
              </MenuItem>
            ))}
          </TextField>
        )}
        <TextField select size="small" label={translate('templates.page.language')} value={language} onChange={(event) => setLanguage(event.target.value === 'en' ? 'en' : 'zh')}>
          <MenuItem value="zh">{translate('templates.page.zh')}</MenuItem>
          <MenuItem value="en">{translate('templates.page.en')}</MenuItem>
        </TextField>
      </Stack>
      <Typography variant="body2" aria-live="polite">
        {changes.some(isChange) ? translate('templates.compared.counts', counted) : translate('templates.compared.same')}
      </Typography>
      {changes.filter(isChange).map(({ left, right, parts }, index) => (
        <Box key={index} sx={{ typography: 'body2', lineHeight: 1.75, px: 1.5, py: 1, borderRadius: 1, bgcolor: 'action.hover' }}>
          {(right ?? left)?.number !== null && <strong>{(right ?? left)?.number} </strong>}
          {parts.map(({ kind, text }, at) =>
            kind === 'same' ? (
              text
            ) : (
              <Box key={at} component={kind === 'added' ? 'ins' : 'del'} sx={{ color: kind === 'added' ? 'success.main' : 'error.main' }}>
                {text}
              </Box>
            ),
          )}
        </Box>
      ))}
    </Stack>
  );
}
