import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useId, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';

export interface TabOf {
  /** Stands in the address as `?tab=`, so that a link leads to it. */
  readonly key: string;
  readonly label: string;
  readonly content: ReactNode;
}

interface TabbedProps {
  /** What the tabs are of, for those who don't see them. */
  readonly label: string;
  readonly tabs: readonly TabOf[];
}

/** Contents of which one is shown; which one, the address says. A single content is shown without a bar. */
export function Tabbed({ label, tabs }: TabbedProps) {
  const [search, setSearch] = useSearchParams();
  const panelId = useId();
  const shown = tabs.find(({ key }) => key === search.get('tab')) ?? tabs[0];
  if (shown === undefined) return null;
  if (tabs.length === 1) return shown.content;
  const show = (key: string) => {
    setSearch((present) => {
      present.set('tab', key);
      return present;
    }, { replace: true });
  };
  return (
    <>
      <Tabs
        value={shown.key}
        onChange={(_, key: string) => show(key)}
        aria-label={label}
        variant="scrollable"
        allowScrollButtonsMobile
        sx={{ borderBottom: 1, borderColor: 'divider' }}
      >
        {tabs.map(({ key, label: name }) => (
          <Tab key={key} value={key} label={name} id={`${panelId}-${key}`} aria-controls={panelId} />
        ))}
      </Tabs>
      <Box role="tabpanel" id={panelId} aria-labelledby={`${panelId}-${shown.key}`}>
        {shown.content}
      </Box>
    </>
  );
}
