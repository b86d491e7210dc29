import type { CheckReport } from '#shared/features/checker/ipc.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { dayOn, type Clock } from '../../ports.ts';
import type { Session } from '../../vault/session.ts';

interface RuleCount {
  readonly ruleId: string;
  readonly kind: string;
  readonly severity: string;
  readonly open: number;
  readonly waived: number;
}

/**
 * Keeps how many findings the last look at a version had, for reports: whoever opens a contract has its text checked, so
 * the counts follow the work. The same counts again write nothing.
 */
export function keepFindingCounts(session: Session, contractId: ContractId, { versionNumber, findings }: CheckReport, clock: Clock): void {
  // While the keys are changed nothing is written: whoever opens the contract next has it counted.
  if (session.isBusy) return;
  const counts = countsOf(findings);
  const digest = JSON.stringify(counts);
  if (findDigest(session.whole, contractId, versionNumber) === digest) return;
  session.derive((db) => replaceCounts(db, contractId, versionNumber, counts, digest, dayOn(clock)));
}

function countsOf(findings: CheckReport['findings']): readonly RuleCount[] {
  return [...Map.groupBy(findings, ({ ruleId, severity }) => `${ruleId} ${severity}`).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const waived = same.filter(({ waiver }) => waiver !== null).length;
    return [{ ruleId: first.ruleId, kind: first.kind, severity: first.severity, open: same.length - waived, waived }];
  });
}

function findDigest(db: Readable, contractId: ContractId, versionNumber: number): string | undefined {
  return db.get<{ digest: string }>(sql`SELECT digest FROM clauses.counted_versions WHERE contract_id = ${contractId} AND version_number = ${versionNumber}`)?.digest;
}

function replaceCounts(db: Writable, contractId: ContractId, versionNumber: number, counts: readonly RuleCount[], digest: string, today: Day): void {
  db.run(sql`DELETE FROM clauses.finding_counts WHERE contract_id = ${contractId} AND version_number = ${versionNumber}`);
  for (const { ruleId, kind, severity, open, waived } of counts) {
    db.run(sql`
      INSERT INTO clauses.finding_counts (contract_id, version_number, rule_id, kind, severity, open, waived)
      VALUES (${contractId}, ${versionNumber}, ${ruleId}, ${kind}, ${severity}, ${open}, ${waived})`);
  }
  const open = counts.reduce((sum, count) => sum + count.open, 0);
  // The day of the first look stays: a version belongs to the month in which it was written, not to that of a later glance.
  db.run(sql`
    INSERT INTO clauses.counted_versions (contract_id, version_number, counted_on, open, digest) VALUES (${contractId}, ${versionNumber}, ${today}, ${open}, ${digest})
    ON CONFLICT (contract_id, version_number) DO UPDATE SET open = excluded.open, digest = excluded.digest`);
}
