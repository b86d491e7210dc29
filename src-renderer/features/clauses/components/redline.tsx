import Box from '@mui/material/Box';
import type { Deviation } from '#shared/features/clauses/model.ts';

/** The library's words against others: what was taken out struck through, what was put in underlined. */
export function Redline({ parts }: { readonly parts: Deviation['redline'] }) {
  return (
    <Box sx={{ typography: 'body2', lineHeight: 1.75, whiteSpace: 'pre-line', px: 1.5, py: 1, borderRadius: 1, bgcolor: 'action.hover' }}>
      {parts.map(({ kind, text }, index) => {
        if (kind === 'same') return text;
        return kind === 'added' ? (
          <Box key={index} component="ins" sx={{ color: 'success.main', textDecorationThickness: 2 }}>
            {text}
          </Box>
        ) : (
          <Box key={index} component="del" sx={{ color: 'error.main' }}>
            {text}
          </Box>
        );
      })}
    </Box>
  );
}
