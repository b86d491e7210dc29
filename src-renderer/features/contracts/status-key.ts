import type { ContractSummary } from '#shared/features/contracts/model.ts';
import type { RenewalType } from '#shared/features/contracts/record.ts';
import type { DerivedStatus } from '#shared/features/terms/model.ts';
import { statusName } from '#shared/features/terms/status.ts';

/** What a status is called. */
export function statusKey(status: DerivedStatus, renewalType: RenewalType) {
  return `contracts.status.${statusName(status, renewalType)}` as const;
}

/** Whether its status says where a contract stands: by its stage, one that was terminated for a day to come would be called ended. */
export function isToldByStatus({ stage, status }: Pick<ContractSummary, 'stage' | 'status'>): boolean {
  return stage === 'signed' || status === 'terminating';
}
