import type { ContractSummary } from '#shared/features/contracts/model.ts';

export interface FirstStep {
  readonly name: 'party' | 'contract' | 'signed';
  readonly isDone: boolean;
  /** Where the step is taken. */
  readonly to: string;
}

/** The way to a first signed contract, as far as the vault has come. A contract needs two parties: one's own side and the other. */
export function firstSteps(partyCount: number, contracts: readonly ContractSummary[]): readonly FirstStep[] {
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
