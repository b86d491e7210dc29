/** When an automatic backup was taken, on the laptop's own calendar. */
export interface DatedBackup<Id extends string = string> {
  readonly id: Id;
  /** Epoch ms. */
  readonly takenAt: number;
}

/** How many days, weeks and months keep their newest backup. */
export const kept = { days: 7, weeks: 4, months: 12 } as const;

const dayMs = 86_400_000;

/**
 * The automatic backups that are no longer needed: of each of the last seven days, four weeks (Monday to Sunday) and
 * twelve months that have one, the newest stays. Only days, weeks and months with a backup count, so that a laptop that
 * was off for a year loses none. `offsetMinutes`: how far local time is ahead of UTC.
 */
export function backupsToDrop<Id extends string>(backups: readonly DatedBackup<Id>[], offsetMinutes: number): readonly Id[] {
  const newestFirst = [...backups].sort((one, other) => other.takenAt - one.takenAt);
  const needed = new Set<Id>();
  for (const [period, most] of [[dayOf, kept.days], [weekOf, kept.weeks], [monthOf, kept.months]] as const) {
    const seen = new Set<string>();
    for (const { id, takenAt } of newestFirst) {
      const name = period(takenAt + offsetMinutes * 60_000);
      if (seen.has(name)) continue;
      if (seen.size === most) break;
      seen.add(name);
      needed.add(id);
    }
  }
  return newestFirst.filter(({ id }) => !needed.has(id)).map(({ id }) => id);
}

export type BackupMoment = 'daily' | 'lock';

/** When the newest backup was taken (epoch ms), and how long the audit chain was. */
export interface LastBackup {
  readonly takenAt: number;
  readonly sequence: number;
}

/** Whether a backup is due by itself: once a day at the latest, and at a lock when something changed for four hours. */
export function isBackupDue(moment: BackupMoment, last: LastBackup | null, now: number, sequence: number): boolean {
  return last === null || (hasChangedSince(last, sequence) && now >= dueAfter(moment, last, now));
}

/** Whether the vault is not what was backed up. A shorter chain is that of a vault which was restored from an earlier backup. */
export function hasChangedSince(last: LastBackup, sequence: number): boolean {
  return sequence !== last.sequence;
}

/** When the next backup is due after one (epoch ms); at once where that lies ahead, because the clock was wrong then. */
export function dueAfter(moment: BackupMoment, { takenAt }: LastBackup, now: number): number {
  return takenAt > now ? now : takenAt + (moment === 'daily' ? dayMs : dayMs / 6);
}

/** After how long without a restore drill the person is warned. */
export const drillEveryDays = 90;

/** Whether it is time to rehearse a restore: the last rehearsal, or the first backup, lies too far back. */
export function isDrillOverdue(lastDrillAt: number | null, firstBackupAt: number | null, now: number): boolean {
  const since = lastDrillAt ?? firstBackupAt;
  return since !== null && now - since > drillEveryDays * dayMs;
}

function dayOf(local: number): string {
  return String(Math.floor(local / dayMs));
}

/** 1 January 1970 was a Thursday: three days after a Monday. */
function weekOf(local: number): string {
  return String(Math.floor((local / dayMs + 3) / 7));
}

function monthOf(local: number): string {
  return new Date(local).toISOString().slice(0, 7);
}
