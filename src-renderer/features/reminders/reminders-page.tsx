import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useSearchParams } from 'react-router';
import { mostCounted, reminderKinds, type ReminderKind } from '#shared/features/reminders/model.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { FilterMenu } from '../../ui/filter-menu.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { CalendarButton } from './components/calendar-button.tsx';
import { DueList } from './components/due-list.tsx';
import { ReminderList } from './components/reminder-list.tsx';
import { useReminderView } from './store.ts';

const views = ['now', 'coming', 'overdue', 'snoozed', 'history'] as const;
type View = (typeof views)[number];

/** What falls due: now, soon, too late, later; and what was told of before. */
export function RemindersPage() {
  const translate = useTranslate();
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const view = views.find((one) => one === search.get('view')) ?? 'now';
  const { filter, narrow } = useReminderView();
  const counts = useOperation('reminders.count', undefined).data;
  const show = (next: View) => setSearch(next === 'now' ? {} : { view: next }, { replace: true });
  const labelOf = (one: View): string => {
    const count = one === 'now' ? (counts?.waiting ?? 0) : one === 'overdue' ? (counts?.overdue ?? 0) : 0;
    const name = translate(`reminders.view.${one}`);
    return count === 0 ? name : translate('reminders.viewCount', { name, count: format.countUpTo(count, mostCounted) });
  };
  return (
    <Page title={translate('reminders.title')} subtitle={translate('reminders.subtitle')} actions={<CalendarButton />}>
      <Box>
        <Tabs value={view} onChange={(_, next: View) => show(next)} aria-label={translate('reminders.title')} variant="scrollable" allowScrollButtonsMobile>
          {views.map((one) => (
            <Tab key={one} value={one} label={labelOf(one)} id={`reminders-${one}`} aria-controls="reminders-panel" />
          ))}
        </Tabs>
        <Stack direction="row" spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', my: 2 }}>
          <SearchField label={translate('reminders.search')} value={filter.search} onChange={(text) => narrow({ search: text })} />
          <FilterMenu<ReminderKind>
            isSingle
            label={translate('reminders.kindFilter')}
            options={reminderKinds.map((kind) => ({ value: kind, label: translate(`reminders.kind.${kind}`) }))}
            chosen={filter.kind === null ? [] : [filter.kind]}
            onChange={([kind]) => narrow({ kind: kind ?? null })}
          />
          <FormControlLabel control={<Switch checked={filter.everybody} onChange={(_, everybody) => narrow({ everybody })} />} label={translate('reminders.everybody')} />
        </Stack>
        <Box role="tabpanel" id="reminders-panel" aria-labelledby={`reminders-${view}`}>
          {view === 'coming' || view === 'overdue' ? <DueList key={view} view={view} filter={filter} /> : <ReminderList key={view} view={view} filter={filter} />}
        </Box>
      </Box>
    </Page>
  );
}
