import type { ContractSummary } from '#shared/features/contracts/model.ts';

export interface FirstStep {
  readonly name: 'party' | 'contract' | 'signed';
  readonly isDone: boolean;
  /** Where the step is taken. */
  readonly to: string;
}

/** Who keeps so many contracts has found the way, also where all were made elsewhere and none is signed here. */
const atHome = 20;

/**
 * The way to a first signed contract, as far as the vault has come; none for who needs it no longer. A contract needs two
 * parties: one's own side and the other. `total` counts the contracts, of which the latest are given.
 */
export function firstSteps(partyCount: number, contracts: readonly ContractSummary[], total: number): readonly FirstStep[] {
  if (total > atHome) return [];
  const latest = contracts[0];
  return [
    { name: 'party', isDone: partyCount >= 2, to: '/parties/new' },
    { name: 'contract', isDone: latest !== undefined, to: '/templates' },
    {
      name: 'signed',
      isDone: contracts.some((contract) => contract.exportedAt !== null),
      to: latest === undefined ? '/contracts' : `/contracts/${latest.id}`,
    },
  ];
}
