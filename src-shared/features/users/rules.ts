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
