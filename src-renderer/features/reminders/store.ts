import { create } from 'zustand';
import { onOtherOpener } from '../../ipc/opener.ts';
import type { ReminderFilter } from './reminder-filter.ts';

interface ReminderView {
  readonly filter: ReminderFilter;
  readonly narrow: (change: Partial<ReminderFilter>) => void;
}

/** What the reminders are narrowed to: kept so that coming back from what one is about shows the same. */
export const useReminderView = create<ReminderView>()((set) => ({
  filter: { everybody: false, kind: null, search: '' },
  narrow: (change) => set(({ filter }) => ({ filter: { ...filter, ...change } })),
}));
onOtherOpener(() => useReminderView.setState(useReminderView.getInitialState()));
