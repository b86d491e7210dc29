import { create } from 'zustand';
import type { itemOrigins } from '#shared/features/improvement/model.ts';

type Origin = (typeof itemOrigins)[number];

interface ReportState {
  /** Where the report is made from, while its dialog is open. */
  readonly origin: { readonly kind: Origin; readonly ref: string } | null;
  readonly open: (kind: Origin, ref: string) => void;
  readonly close: () => void;
}

/** Whether somebody is reporting a problem or an idea, from wherever they are. */
export const useReportStore = create<ReportState>((set) => ({
  origin: null,
  open: (kind, ref) => set({ origin: { kind, ref } }),
  close: () => set({ origin: null }),
}));
