import { useState } from 'react';
import { create } from 'zustand';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { riskCategories } from '#shared/features/risks/model.ts';
import { onOtherOpener } from '../../ipc/opener.ts';
import type { Cell } from './components/risk-matrix.tsx';

interface RegisterView {
  readonly withClosed: boolean;
  readonly cell: Cell | null;
  readonly categories: readonly (typeof riskCategories)[number][];
}

interface RegisterState {
  readonly view: RegisterView;
  readonly change: (part: Partial<RegisterView>) => void;
}

const whole: RegisterView = { withClosed: false, cell: null, categories: [] };

/** How the register of all contracts is looked at: kept so that coming back from a contract shows the same. */
const useHouseRegister = create<RegisterState>()((set) => ({
  view: whole,
  change: (part) => set(({ view }) => ({ view: { ...view, ...part } })),
}));
onOtherOpener(() => useHouseRegister.setState(useHouseRegister.getInitialState()));

/** How a register is looked at; that of one contract begins with all of it each time. */
export function useRegisterView(contractId: ContractId | null): RegisterState {
  const house = useHouseRegister();
  const [view, setView] = useState(whole);
  return contractId === null ? house : { view, change: (part) => setView((present) => ({ ...present, ...part })) };
}

export const scoreChoices = ['high', 'medium', 'all'] as const;

interface ScoreView {
  readonly choice: (typeof scoreChoices)[number];
  readonly choose: (choice: (typeof scoreChoices)[number]) => void;
}

/** From which score on contracts are listed: kept like the register's view. */
export const useScoreView = create<ScoreView>()((set) => ({ choice: 'medium', choose: (choice) => set({ choice }) }));
onOtherOpener(() => useScoreView.setState(useScoreView.getInitialState()));
