import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ClauseContent } from '#shared/features/clauses/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';

/** A wording in both languages side by side; blanks are set off. */
export function WordingPair({ wording }: { readonly wording: ClauseContent['preferred'] }) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' } }}>
      {(['zh', 'en'] as const).map((language) => (
        <Box key={language} lang={language === 'zh' ? 'zh-CN' : 'en'} sx={{ px: 1.5, py: 1, borderRadius: 1, bgcolor: 'action.hover' }}>
          {wording[language] === '' && <Typography color="textSecondary">{translate('clauses.noWording')}</Typography>}
          {wording[language].split('\n').map((paragraph, index) => (
            <Typography key={index} variant="body2" sx={{ my: 0.5, lineHeight: 1.75 }}>
              {paragraph.split(/(【[^】]*】)/u).map((piece, at) =>
                piece.startsWith('【') ? (
                  <Box key={at} component="mark" sx={{ px: 0.25, borderRadius: 0.5, bgcolor: 'warning.light', color: 'common.black' }}>
                    {piece}
                  </Box>
                ) : (
                  piece
                ),
              )}
            </Typography>
          ))}
        </Box>
      ))}
    </Box>
  );
}
