import type { Reach } from '../vault/reach.ts';
import type { RotationMonths } from './model.ts';

const dayMs = 86_400_000;
/** Grants are looked at once a quarter. */
const reviewEveryDays = 91;
/** What a vault is rotated by until somebody decides otherwise. */
export const defaultRotationMonths: RotationMonths = 12;

/** When who may open the vault is to be looked at next (epoch ms): a quarter after the last review, else after it was made. */
export function accessReviewDueAt(lastFinishedAt: number | null, vaultCreatedAt: number): number {
  return (lastFinishedAt ?? vaultCreatedAt) + reviewEveryDays * dayMs;
}

/** When the keys are to be changed next (epoch ms). A month counts as 30.4375 days: nobody waits for the hour. */
export function rotationDueAt(rotatedAt: number | null, vaultCreatedAt: number, months: number): number {
  return (rotatedAt ?? vaultCreatedAt) + Math.round(months * 30.4375) * dayMs;
}

interface Grant {
  readonly roles: readonly string[];
  readonly customRoles: readonly string[];
  readonly compartments: readonly string[];
  readonly reach: Reach;
}

/** Whether two grants give the same: the same roles, keys and contracts, in whatever order they are named. */
export function isSameGrant(one: Grant, other: Grant): boolean {
  return sayGrant(one) === sayGrant(other);
}

function sayGrant({ roles, customRoles, compartments, reach }: Grant): string {
  const departments = reach.scope === 'department' ? reach.departments.toSorted() : [];
  return JSON.stringify([roles.toSorted(), customRoles.toSorted(), compartments.toSorted(), reach.scope, departments]);
}
