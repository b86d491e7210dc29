import Box from '@mui/material/Box';
import { useTranslate } from '../i18n/i18n.ts';

/** The seal: 契 cut out of vermilion. */
export function BrandMark({ size }: { readonly size: number }) {
  const translate = useTranslate();
  return (
    <Box
      aria-hidden
      lang="zh-CN"
      sx={{
        width: size,
        height: size,
        flexShrink: 0,
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
        borderRadius: `${Math.round(size / 7)}px`,
        backgroundColor: '#a63a2b',
        boxShadow: `inset 0 0 0 ${Math.max(1, Math.round(size / 20))}px #a63a2b, inset 0 0 0 ${Math.max(2, Math.round(size / 12))}px #ffffff3d`,
        color: '#fff7ee',
        fontFamily: '"Noto Serif SC", "Songti SC", SimSun, "Noto Serif CJK SC", serif',
        fontSize: size * 0.58,
        fontWeight: 700,
        lineHeight: 1,
        userSelect: 'none',
      }}
    >
      {translate('app.seal')}
    </Box>
  );
}
