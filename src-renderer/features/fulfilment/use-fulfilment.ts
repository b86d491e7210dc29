import type { ContractId } from '#shared/features/contracts/model.ts';
import type { OutputOf } from '#shared/ipc/registry.ts';
import { useOperation } from '../../ipc/use-query.ts';

/** Everything about one contract's fulfilment, as main tells it. */
export type Fulfilment = OutputOf<'fulfilment.ofContract'>;

export function useFulfilment(contractId: ContractId) {
  return useOperation('fulfilment.ofContract', { contractId });
}
