import { useState } from 'react';
import type { ContractVersion } from '#shared/features/contracts/model.ts';

export interface ChosenVersions {
  /** Null while there is nothing to compare with. */
  readonly left: ContractVersion | null;
  readonly right: ContractVersion | null;
  readonly choose: (side: 'left' | 'right', versionNumber: number) => void;
  readonly swap: () => void;
  /** Goes back to comparing the newest with the one before it. */
  readonly followNewest: () => void;
}

/** Which two versions are compared; until somebody chooses, the newest with the one before it. */
export function useChosenVersions(versions: readonly ContractVersion[]): ChosenVersions {
  const [choice, setChoice] = useState<{ readonly left: number; readonly right: number } | null>(null);
  const newest = versions.toSorted((one, other) => other.versionNumber - one.versionNumber);
  const find = (versionNumber: number | undefined) => versions.find((version) => version.versionNumber === versionNumber) ?? null;
  const left = choice === null ? (newest[1] ?? null) : find(choice.left);
  const right = choice === null ? (newest[0] ?? null) : find(choice.right);
  return {
    left,
    right,
    choose: (side, versionNumber) =>
      setChoice({ left: left?.versionNumber ?? versionNumber, right: right?.versionNumber ?? versionNumber, [side]: versionNumber }),
    swap: () => {
      if (left !== null && right !== null) setChoice({ left: right.versionNumber, right: left.versionNumber });
    },
    followNewest: () => setChoice(null),
  };
}
