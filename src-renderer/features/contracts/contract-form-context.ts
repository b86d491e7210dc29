import { createContext, useContext, type ReactNode } from 'react';
import type { PartyId } from '#shared/features/parties/model.ts';

/** Shows a form for a new counterparty; given by the application, because features know nothing of each other. */
export type RenderNewParty = (onCreated: (id: PartyId) => void, onCancel: () => void) => ReactNode;

interface ContractFormContext {
  /** Sentences of the problems that are to be seen by now, by key. */
  readonly problemTextByKey: ReadonlyMap<string, string>;
  /** The field was left, so that its problem may show. */
  readonly visit: (key: string) => void;
  readonly renderNewParty: RenderNewParty | undefined;
}

export const ContractFormContext = createContext<ContractFormContext | null>(null);

export function useContractFormContext(): ContractFormContext {
  const context = useContext(ContractFormContext);
  if (context === null) throw new Error('A field of a contract stands outside of its form.');
  return context;
}
