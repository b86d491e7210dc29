import { create } from 'zustand';
import { onOtherOpener } from '../../ipc/opener.ts';

export type ReviewShow = 'due' | 'overdue' | 'planned' | 'done';

interface ReviewListView {
  readonly search: string;
  readonly mine: boolean;
  /** The page of each list; those that are left out stand on their first. */
  readonly pages: Readonly<Partial<Record<ReviewShow, number>>>;
  /** Narrows the lists, which start again at their first pages. */
  readonly narrow: (change: { readonly search?: string; readonly mine?: boolean }) => void;
  readonly turnTo: (show: ReviewShow, page: number) => void;
}

/** How the lists of reviews are looked at: kept so that coming back from a review shows the same. */
export const useReviewListView = create<ReviewListView>()((set) => ({
  search: '',
  mine: false,
  pages: {},
  narrow: (change) => set({ pages: {}, ...change }),
  turnTo: (show, page) => set(({ pages }) => ({ pages: { ...pages, [show]: page } })),
}));
onOtherOpener(() => useReviewListView.setState(useReviewListView.getInitialState()));
