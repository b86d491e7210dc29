import { create } from 'zustand';
import type { ContractLanguage } from '#shared/features/contracts/model.ts';
import type { ContractType } from '#shared/features/templates/model.ts';
import { onOtherOpener } from '../../ipc/opener.ts';

interface TemplatesView {
  readonly type: ContractType | 'all';
  /** The language of the preview; null follows the interface. */
  readonly previewLanguage: ContractLanguage | null;
  readonly showType: (type: ContractType | 'all') => void;
  readonly previewIn: (language: ContractLanguage) => void;
}

export const useTemplatesView = create<TemplatesView>()((set) => ({
  type: 'all',
  previewLanguage: null,
  showType: (type) => set({ type }),
  previewIn: (previewLanguage) => set({ previewLanguage }),
}));
onOtherOpener(() => useTemplatesView.setState(useTemplatesView.getInitialState()));
