import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useEffect, type ReactNode } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import { BrandMark } from '../../../ui/brand-mark.tsx';

interface EntranceFrameProps {
  /** Language and colours, at the top right. */
  readonly corner: ReactNode;
  readonly children: ReactNode;
  readonly width?: number;
  /** Begins at the top instead of the middle, so that the steps of a wizard don't jump with their heights. */
  readonly startsAtTop?: boolean;
}

/** What surrounds every screen before a vault is open: what this is at the left, what to do at the right. */
export function EntranceFrame({ corner, children, width = 440, startsAtTop = false }: EntranceFrameProps) {
  const translate = useTranslate();
  // The window's title must not go on naming the contract that was open before the lock.
  useEffect(() => {
    document.title = translate('app.name');
  }, [translate]);
  return (
    <Box sx={{ display: 'flex', height: '100%' }}>
      <Poster />
      <Box component="main" sx={{ flex: 1, minWidth: 0, overflow: 'auto', display: 'flex', flexDirection: 'column' }}>
        <Stack direction="row" spacing={0.5} sx={{ justifyContent: 'flex-end', alignItems: 'center', p: 1.5 }}>
          <Box sx={{ flex: 1, pl: 1 }}>
            <Box sx={{ display: { md: 'none' } }}>
              <Brand size={30} />
            </Box>
          </Box>
          {corner}
        </Stack>
        <Box sx={{ flex: 1, display: 'flex', justifyContent: 'center', px: 4, pb: 7 }}>
          <Box sx={{ width: '100%', maxWidth: width, mt: startsAtTop ? '4vh' : 'auto', mb: 'auto' }}>{children}</Box>
        </Box>
      </Box>
    </Box>
  );
}

const facts = ['offline', 'encrypted', 'signed'] as const;

function Poster() {
  const translate = useTranslate();
  return (
    <Box component="aside" sx={posterStyle}>
      <Brand size={40} />
      <Box>
        <Typography component="p" sx={{ fontSize: '1.625rem', fontWeight: 600, lineHeight: 1.45, '&:lang(en)': { textWrap: 'balance' } }}>
          {translate('vault.poster.value')}
        </Typography>
        <Stack component="ul" spacing={2.5} sx={{ listStyle: 'none', p: 0, mt: 5, mb: 0 }}>
          {facts.map((fact) => (
            <Box component="li" key={fact} sx={{ pl: 2, borderLeft: '2px solid #c25a4a' }}>
              <Typography component="div" variant="subtitle2">
                {translate(`vault.poster.${fact}.title`)}
              </Typography>
              <Typography component="div" variant="body2" sx={{ color: '#b9c3d4' }}>
                {translate(`vault.poster.${fact}.text`)}
              </Typography>
            </Box>
          ))}
        </Stack>
      </Box>
      <Typography variant="caption" sx={{ color: '#95a1b6' }}>
        {translate('vault.poster.foot')}
      </Typography>
    </Box>
  );
}

function Brand({ size }: { readonly size: number }) {
  const translate = useTranslate();
  return (
    <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
      <BrandMark size={size} />
      <Typography component="p" sx={{ fontSize: size / 2, fontWeight: 600 }}>
        {translate('app.name')}
      </Typography>
    </Stack>
  );
}

// The same in both schemes: an ink-dark cover.
const posterStyle = {
  width: { md: 380, lg: 440 },
  flexShrink: 0,
  display: { xs: 'none', md: 'flex' },
  flexDirection: 'column',
  justifyContent: 'space-between',
  gap: 4,
  p: 5,
  overflow: 'auto',
  color: '#f0ece3',
  backgroundColor: '#15233a',
  colorScheme: 'dark',
} as const;
