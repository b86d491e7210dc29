import type { Components, Theme } from '@mui/material/styles';
import type {} from '@mui/x-data-grid/themeAugmentation';

/** How the pieces differ from Material's own: calmer, denser, with a focus that can be seen. */
export function createComponents(styleNonce: string): Components<Theme> {
  return {
    MuiCssBaseline: {
      styleOverrides: (theme) => ({
        ...globalStyles,
        '.MuiPickersInputBase-root.MuiPickersOutlinedInput-root.Mui-disabled': { color: (theme.vars ?? theme).palette.text.secondary },
      }),
    },
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: { root: ({ theme }) => ({ '&.Mui-focusVisible': focusRing(theme) }) },
    },
    MuiButton: {
      defaultProps: { disableElevation: true },
      styleOverrides: { root: { whiteSpace: 'nowrap', flexShrink: 0 } },
    },
    MuiLink: {
      styleOverrides: { root: ({ theme }) => ({ '&:focus-visible': focusRing(theme), borderRadius: 2 }) },
    },
    MuiTextField: { defaultProps: { size: 'small' } },
    MuiFormControl: { defaultProps: { size: 'small' } },
    MuiSelect: { defaultProps: { size: 'small' } },
    MuiAutocomplete: { defaultProps: { size: 'small' } },
    MuiOutlinedInput: {
      styleOverrides: {
        root: ({ theme }) => ({
          backgroundColor: (theme.vars ?? theme).palette.background.paper,
          // What is fixed is still there to be read.
          '& .MuiInputBase-input.Mui-disabled': { WebkitTextFillColor: (theme.vars ?? theme).palette.text.secondary },
        }),
        // As wide as the label that stands in it.
        notchedOutline: { '& legend': { fontSize: `${shrunkLabel}em` } },
      },
    },
    // Chinese strokes run together at Material's three quarters.
    MuiInputLabel: {
      styleOverrides: { outlined: { '&.MuiInputLabel-shrink': { transform: `translate(14px, -9px) scale(${shrunkLabel})` } } },
    },
    // Below a field that is fixed it often says why.
    MuiFormHelperText: { styleOverrides: { root: ({ theme }) => ({ marginLeft: 2, marginRight: 0, '&.Mui-disabled': { color: (theme.vars ?? theme).palette.text.secondary } }) } },
    MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
    // A menu over a card has the card's own colour, and its shadow is lost on a dark ground.
    MuiPopover: {
      styleOverrides: { paper: ({ theme }) => theme.applyStyles('dark', { border: `1px solid ${(theme.vars ?? theme).palette.divider}` }) },
    },
    MuiAlert: {
      // Only what interrupts says so itself; a notice that was there all along must not be read out as news.
      defaultProps: { role: 'note' },
      styleOverrides: { root: { alignItems: 'flex-start' }, standard: { border: alertBorder }, message: { minWidth: 0, overflowWrap: 'anywhere' } },
    },
    MuiTooltip: { defaultProps: { enterDelay: 500, enterNextDelay: 200, disableInteractive: true } },
    MuiToggleButtonGroup: { defaultProps: { color: 'primary' } },
    // The default for what is not chosen falls just short of the contrast that small text needs.
    MuiToggleButton: {
      styleOverrides: { root: ({ theme }) => ({ textTransform: 'none', lineHeight: 1.5, color: (theme.vars ?? theme).palette.text.secondary }) },
    },
    // The content scrolls between the title and the buttons, also where a form holds all three.
    MuiDialog: { styleOverrides: { paper: { '& > form': { display: 'flex', flexDirection: 'column', minHeight: 0 } } } },
    MuiDialogActions: { styleOverrides: { root: { padding: '8px 24px 20px' } } },
    // In a stack, Material's margin is lost and the control stands aside of what is above it.
    // The grid's panel of columns would cut off what stands out to the left.
    MuiFormControlLabel: { styleOverrides: { root: { marginLeft: 0, '&:not(.MuiDataGrid-panel *) > :is(.MuiSwitch-root, .MuiCheckbox-root, .MuiRadio-root)': { marginLeft: -11 } } } },
    // At nothing done, Material's own ground looks like a bar that is full.
    MuiLinearProgress: { styleOverrides: { root: ({ theme }) => ({ backgroundColor: (theme.vars ?? theme).palette.action.selected, borderRadius: 2 }) } },
    // A short heading over a narrow column breaks between words, Chinese ones included, never within.
    MuiTableCell: { styleOverrides: { head: { wordBreak: 'keep-all' } } },
    // One that leads nowhere would keep its place empty, and push the first of the tabs inwards.
    MuiTabs: { styleOverrides: { root: { '& .MuiTabs-scrollButtons.Mui-disabled': { display: 'none' } } } },
    MuiChip: { styleOverrides: { sizeSmall: { fontWeight: 500 } } },
    MuiDataGrid: { defaultProps: { nonce: styleNonce } },
  };
}

const shrunkLabel = 0.86;
// On warm paper the pale grounds of notices need an edge.
const alertBorder = '1px solid color-mix(in srgb, currentColor 26%, transparent)';

function focusRing(theme: Theme) {
  return { outline: `2px solid ${(theme.vars ?? theme).palette.primary.main}`, outlineOffset: 2 };
}

const globalStyles = {
  html: { height: '100%' },
  body: { height: '100%', overflow: 'hidden', textWrap: 'pretty' },
  '#root': { height: '100%' },
  '*': { scrollbarWidth: 'thin' },
  '::selection': { backgroundColor: '#a63a2b33' },
  '@media (prefers-reduced-motion: reduce)': {
    '*, *::before, *::after': {
      animationDuration: '0.01ms !important',
      animationIterationCount: '1 !important',
      transitionDuration: '0.01ms !important',
      scrollBehavior: 'auto !important',
    },
  },
  '@media print': { 'html, body, #root': { height: 'auto', overflow: 'visible' } },
} as const;
