import type { ColorSystemOptions } from '@mui/material/styles';

type SchemePalette = NonNullable<ColorSystemOptions['palette']>;

/** Ink on warm paper; seal red (印泥红) for the seal itself and for what must not be overlooked. */
export const lightPalette = {
  mode: 'light',
  primary: { main: '#1f3b63', light: '#3f5f8f', dark: '#142948', contrastText: '#ffffff' },
  secondary: { main: '#a63a2b', light: '#c25a4a', dark: '#7d2a1f', contrastText: '#ffffff' },
  error: { main: '#b3261e' },
  warning: { main: '#825300' },
  success: { main: '#2c6a40' },
  info: { main: '#2b5d8c' },
  text: { primary: '#1c2230', secondary: '#565d6c', disabled: '#8b8f99' },
  background: { default: '#f5f2ec', paper: '#fffefb' },
  divider: '#ddd8cd',
  action: { hover: '#1f3b630d', selected: '#1f3b631a', focus: '#1f3b631f' },
} satisfies SchemePalette;

export const darkPalette = {
  mode: 'dark',
  primary: { main: '#a3bfe8', light: '#c2d5f2', dark: '#7fa1d4', contrastText: '#0f1a2c' },
  secondary: { main: '#e2907f', light: '#edaea1', dark: '#c66f5d', contrastText: '#2b0f09' },
  error: { main: '#f2938a' },
  warning: { main: '#e3b765' },
  success: { main: '#8bc79a' },
  info: { main: '#93c1ea' },
  text: { primary: '#e9e6df', secondary: '#aeb2bc', disabled: '#787d88' },
  background: { default: '#13161c', paper: '#1b1f27' },
  divider: '#343a46',
  // White words on the grounds of the light scheme: the pale ones of this scheme are too bright for them.
  Alert: {
    successFilledBg: '#2c6a40',
    successFilledColor: '#ffffff',
    infoFilledBg: '#2b5d8c',
    infoFilledColor: '#ffffff',
    errorFilledBg: '#a3281f',
    errorFilledColor: '#ffffff',
  },
  action: { hover: '#a3bfe814', selected: '#a3bfe826', focus: '#a3bfe82e' },
} satisfies SchemePalette;
