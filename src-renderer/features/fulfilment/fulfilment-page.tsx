import Stack from '@mui/material/Stack';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import PhoneAndroidOutlinedIcon from '@mui/icons-material/TabletMacOutlined';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { obligors, type Obligor } from '#shared/features/fulfilment/model.ts';
import { dueShows, type DueShow } from '#shared/features/fulfilment/portfolio.ts';
import { obligationTypes, type ObligationType } from '#shared/features/templates/defaults.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { usePermission } from '../../ipc/use-vault-status.ts';
import { FilterMenu } from '../../ui/filter-menu.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { ReportButton } from './components/report-button.tsx';
import { BoardView } from './portfolio/board-view.tsx';
import { CalendarView } from './portfolio/calendar-view.tsx';
import { DayView } from './portfolio/day-view.tsx';
import { GanttView } from './portfolio/gantt-view.tsx';
import { ListView } from './portfolio/list-view.tsx';
import { portfolioViews, usePortfolioStore, type PortfolioView } from './store.ts';

const viewByName: Readonly<Record<PortfolioView, ReactNode>> = {
  day: <DayView />,
  list: <ListView />,
  board: <BoardView />,
  month: <CalendarView span="month" />,
  week: <CalendarView span="week" />,
  gantt: <GanttView />,
};

/** What falls due across contracts, in whichever view suits. */
export function FulfilmentPage() {
  const translate = useTranslate();
  const mayTick = usePermission('fulfilment.tick');
  const { view, setView, filter, setFilter } = usePortfolioStore();
  const hasShow = view === 'list' || view === 'gantt';
  return (
    <Page
      title={translate('fulfilment.page.title')}
      subtitle={translate('fulfilment.page.lead')}
      actions={
        <>
          <ReportButton contract={null} />
          {mayTick && (
            <Button component={RouterLink} to="/field" variant="outlined" startIcon={<PhoneAndroidOutlinedIcon />}>
              {translate('fulfilment.field.open')}
            </Button>
          )}
        </>
      }
    >
      {view !== 'day' && <SearchField label={translate('fulfilment.page.search')} value={filter.search ?? ''} onChange={(search) => setFilter({ search: search === '' ? undefined : search })} />}
      <Stack direction="row" spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <ToggleButtonGroup exclusive size="small" value={view} aria-label={translate('fulfilment.page.view')} onChange={(_, chosen: PortfolioView | null) => chosen !== null && setView(chosen)}>
          {portfolioViews.map((one) => (
            <ToggleButton key={one} value={one}>
              {translate(`fulfilment.view.${one}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <ToggleButtonGroup exclusive size="small" value={filter.mine ? 'mine' : 'all'} aria-label={translate('fulfilment.page.whose')} onChange={(_, chosen: 'mine' | 'all' | null) => chosen !== null && setFilter({ mine: chosen === 'mine' })}>
          <ToggleButton value="all">{translate('fulfilment.page.everybody')}</ToggleButton>
          <ToggleButton value="mine">{translate('fulfilment.page.mine')}</ToggleButton>
        </ToggleButtonGroup>
        {hasShow && <FilterMenu<DueShow> label={translate('fulfilment.page.show')} isSingle options={dueShows.map((value) => ({ value, label: translate(`fulfilment.show.${value}`) }))} chosen={[filter.show]} onChange={([show]) => setFilter({ show: show ?? 'open' })} />}
        {view !== 'day' && <FilterMenu<Obligor> label={translate('fulfilment.obligorLabel')} isSingle options={obligors.map((value) => ({ value, label: translate(`fulfilment.obligor.${value}`) }))} chosen={filter.obligor === undefined ? [] : [filter.obligor]} onChange={([obligor]) => setFilter({ obligor })} />}
        {hasShow && <FilterMenu<ObligationType> label={translate('fulfilment.typeLabel')} isSingle options={obligationTypes.map((value) => ({ value, label: translate(`fulfilment.type.${value}`) }))} chosen={filter.type === undefined ? [] : [filter.type]} onChange={([type]) => setFilter({ type })} />}
      </Stack>
      {viewByName[view]}
    </Page>
  );
}
