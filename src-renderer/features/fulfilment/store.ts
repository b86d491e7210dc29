import { create } from 'zustand';
import type { DueFilter, DueShow } from '#shared/features/fulfilment/portfolio.ts';
import { onOtherOpener } from '../../ipc/opener.ts';

export const portfolioViews = ['day', 'list', 'board', 'month', 'week', 'gantt'] as const;
export type PortfolioView = (typeof portfolioViews)[number];

interface PortfolioState {
  readonly view: PortfolioView;
  readonly filter: DueFilter;
  readonly setView: (view: PortfolioView) => void;
  readonly setFilter: (change: Partial<{ -readonly [Key in keyof DueFilter]: DueFilter[Key] }>) => void;
}

/** How the page across contracts was left: which view, narrowed to what. */
export const usePortfolioStore = create<PortfolioState>((set) => ({
  view: 'day',
  filter: { show: 'open' satisfies DueShow, mine: false },
  setView: (view) => set({ view }),
  setFilter: (change) => set(({ filter }) => ({ filter: { ...filter, ...change } })),
}));
onOtherOpener(() => usePortfolioStore.setState(usePortfolioStore.getInitialState()));
