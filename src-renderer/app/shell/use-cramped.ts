import useMediaQuery from '@mui/material/useMediaQuery';

/** Whether the window is no wider than a tablet held upright, where the pages need the links' width more than the links do. */
export function useSlim(): boolean {
  return useMediaQuery('(max-width: 899.95px)', { noSsr: true });
}

/** Whether the window leaves so little width, as at twice the size, that the pages' links fold to their icons by themselves. */
export function useCramped(): boolean {
  return useMediaQuery('(max-width: 760px)', { noSsr: true });
}
