import type { ContractSelection } from '#shared/features/contracts/list.ts';
import type { ContractId, ContractSummary } from '#shared/features/contracts/model.ts';
import type { ReplyError } from '#shared/ipc/registry.ts';
import { call } from '../../../ipc/client.ts';

export interface Printed {
  readonly contracts: readonly ContractSummary[];
  /** How many there are; more than the contracts where the list was too long for paper. */
  readonly total: number;
  /** When they were read, in epoch ms. */
  readonly at: number;
}

/** Some sixty sheets: beyond them a list is for a spreadsheet. */
const mostPrinted = 2_000;
const rowsAtOnce = 200;

/** Reads all contracts of a selection, or those of it that are ticked, for paper. */
export async function gatherPrinted(selection: ContractSelection, ids: readonly ContractId[] | undefined): Promise<{ readonly ok: true; readonly value: Printed } | { readonly ok: false; readonly error: ReplyError<'contracts.list'> }> {
  const contracts: ContractSummary[] = [];
  let cursor: string | null | undefined;
  for (let isFirst = true; isFirst || (cursor !== null && contracts.length < Math.min(mostPrinted, ids?.length ?? mostPrinted)); isFirst = false) {
    const reply = await call('contracts.list', { ...selection, limit: rowsAtOnce, ...(cursor === undefined || cursor === null ? {} : { cursor }) });
    if (!reply.ok) return reply;
    contracts.push(...reply.value.contracts.filter(({ id }) => ids === undefined || ids.includes(id)));
    cursor = reply.value.nextCursor;
  }
  const counted = ids !== undefined || cursor === null ? null : await call('contracts.count', selection);
  const total = counted?.ok === true ? counted.value : contracts.length;
  return { ok: true, value: { contracts, total, at: Date.now() } };
}
