import { useOperation } from '../../../ipc/use-query.ts';

const none: { readonly owners: readonly string[]; readonly departments: readonly string[] } = { owners: [], departments: [] };

/** The owners and departments that contracts name already, to be offered for the next. */
export function useNamesInUse() {
  return useOperation('contracts.namesInUse', undefined).data ?? none;
}
