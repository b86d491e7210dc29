import { enUS, zhCN } from '@mui/material/locale';
import { createTheme, type Theme } from '@mui/material/styles';
import { enUS as gridEnUS, zhCN as gridZhCN } from '@mui/x-data-grid/locales';
import { enUS as pickersEnUS, zhCN as pickersZhCN } from '@mui/x-date-pickers/locales';
import type { Language } from '#shared/features/settings/model.ts';
import { createComponents } from './components.ts';
import { darkPalette, lightPalette } from './palette.ts';

/** The attribute of the root element that says which colours are on. */
export const schemeAttribute = 'data-scheme';

const fontFamily = [
  'system-ui',
  '-apple-system',
  '"Segoe UI"',
  '"Noto Sans SC"',
  '"PingFang SC"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  'sans-serif',
].join(', ');

/** For codes, fingerprints and anything that is compared character by character. */
export const monospaced = '"SF Mono", "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace';

/** The one theme, in both colour schemes. The words of MUI's own pieces come in the language of the interface. */
export function createDeedboxTheme(language: Language, styleNonce: string): Theme {
  const words = language === 'en' ? [enUS, gridEnUS, pickersEnUS] : [zhCN, gridZhCN, pickersZhCN];
  return createTheme(
    {
      cssVariables: { colorSchemeSelector: schemeAttribute, cssVarPrefix: 'db' },
      colorSchemes: { light: { palette: lightPalette }, dark: { palette: darkPalette } },
      shape: { borderRadius: 6 },
      typography,
      components: createComponents(styleNonce),
      // Whoever asked the system for less motion gets dialogs and menus at once.
      motion: { reducedMotion: 'system' },
    },
    ...words,
  );
}

// Chinese needs taller lines and no letter spacing; sizes are a step above Material's for its dense strokes.
const typography = {
  fontFamily,
  htmlFontSize: 16,
  fontSize: 14,
  fontWeightMedium: 500,
  fontWeightBold: 600,
  h1: { fontSize: '1.5rem', fontWeight: 600, lineHeight: 1.35, letterSpacing: 0 },
  h2: { fontSize: '1.0625rem', fontWeight: 600, lineHeight: 1.45, letterSpacing: 0 },
  h3: { fontSize: '1rem', fontWeight: 600, lineHeight: 1.5, letterSpacing: 0 },
  h4: { fontSize: '1rem', fontWeight: 600, lineHeight: 1.5, letterSpacing: 0 },
  h5: { fontSize: '1rem', fontWeight: 600, lineHeight: 1.5, letterSpacing: 0 },
  h6: { fontSize: '1rem', fontWeight: 600, lineHeight: 1.5, letterSpacing: 0 },
  subtitle1: { fontSize: '1rem', fontWeight: 500, lineHeight: 1.5, letterSpacing: 0 },
  subtitle2: { fontSize: '0.875rem', fontWeight: 600, lineHeight: 1.5, letterSpacing: 0 },
  body1: { fontSize: '0.9375rem', lineHeight: 1.6, letterSpacing: 0 },
  body2: { fontSize: '0.875rem', lineHeight: 1.57, letterSpacing: 0 },
  caption: { fontSize: '0.8125rem', lineHeight: 1.5, letterSpacing: 0 },
  overline: { fontSize: '0.75rem', fontWeight: 600, lineHeight: 1.6, letterSpacing: '0.04em', textTransform: 'none' },
  button: { fontSize: '0.875rem', fontWeight: 500, lineHeight: 1.6, letterSpacing: 0, textTransform: 'none' },
} as const;
