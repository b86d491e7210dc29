import useMediaQuery from '@mui/material/useMediaQuery';

/** Whether the window leaves so little width, as at twice the size, that the pages' links fold to their icons by themselves. */
export function useCramped(): boolean {
  return useMediaQuery('(max-width: 760px)', { noSsr: true });
}
