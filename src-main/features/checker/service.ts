import { checkText } from '#shared/features/checker/engine.ts';
import type { CheckReport } from '#shared/features/checker/ipc.ts';
import { recordFactsOf } from '#shared/features/checker/record-facts.ts';
import { allRules, ruleSetVersion } from '#shared/features/checker/rules/all-rules.ts';
import { clauseText } from '#shared/features/checker/segmentation/clause-text.ts';
import type { Contract, ContractId } from '#shared/features/contracts/model.ts';
import { documentBlocks } from '#shared/features/documents/text-blocks.ts';
import type { Party, PartyId } from '#shared/features/parties/model.ts';
import type { InputOf, OutputOf } from '#shared/ipc/registry.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import type { Readable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { Session } from '../../vault/session.ts';
import { insertWaiver, listTunings, listWaivers, saveTuning, withdrawWaiver } from './queries.ts';

export interface CheckerParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly readContract: (call: Call, id: ContractId) => Result<Contract, 'NOT_FOUND'>;
  readonly findParty: (session: Session, db: Readable, id: PartyId) => Party | undefined;
}

interface FindingKey {
  readonly contractId: ContractId;
  readonly ruleId: string;
  readonly fingerprint: string;
}

export type CheckerService = ReturnType<typeof createCheckerService>;

/** Contracts held against the rules, and what people said about what was found. */
export function createCheckerService({ clock, ids, readContract, findParty }: CheckerParts) {
  function check(call: Call, contractId: ContractId): Result<CheckReport, 'NOT_FOUND' | 'NO_TEXT'> {
    const read = readContract(call, contractId);
    if (!read.ok) return read;
    const contract = read.value;
    if (contract.body === null || isWithheld(contract.body) || isWithheld(contract.values)) return fail('NO_TEXT');
    const blocks = documentBlocks({ ...contract.body, values: contract.values, language: contract.summary.language, withheldKeys: contract.withheldKeys });
    const text = clauseText(blocks);
    const parties = contract.record.parties.flatMap(({ partyId }) => findParty(call.session, call.db, partyId) ?? []);
    const tunings = listTunings(call.db);
    const waivers = listWaivers(call.db, contractId);
    const result = checkText(text, { record: recordFactsOf(contract, parties), rules: allRules, tuning: tunings, waived: new Set(waivers.map(({ fingerprint }) => fingerprint)) });
    return succeed({
      language: text.language,
      versionNumber: contract.summary.versionNumber,
      characters: text.clauses.reduce((sum, clause) => sum + clause.text.length, 0),
      clauses: text.clauses.map(({ kind, number, heading, text: words }) => ({ kind, number, heading, text: words })),
      findings: result.findings.map(({ severity, ...finding }) => {
        const waiver = waivers.find(({ rule_id, fingerprint }) => rule_id === finding.ruleId && fingerprint === finding.fingerprint);
        return { ...finding, severity, waiver: waiver === undefined ? null : { reason: waiver.reason, byName: waiver.by_name, at: waiver.waived_at } };
      }),
      score: result.score,
      ruleSetVersion: versionOf(tunings),
    });
  }

  /** How many findings stand in the way of signing. A person without the text's key sees none, and can't sign either. */
  function countBlocking(call: Call, contractId: ContractId): number {
    if (!call.session.holds('clauses')) return 0;
    const report = check(call, contractId);
    return report.ok ? report.value.findings.filter(({ severity, waiver }) => severity === 'block' && waiver === null).length : 0;
  }

  /** Open findings of severity high and above; null when the person can't have the text checked. */
  function countGrave(call: Call, contractId: ContractId): number | null {
    if (!call.session.holds('clauses')) return null;
    const report = check(call, contractId);
    return report.ok ? report.value.findings.filter(({ severity, waiver }) => waiver === null && (severity === 'block' || severity === 'high')).length : null;
  }

  function waive(call: Call, { contractId, ruleId, fingerprint, reason }: FindingKey & { readonly reason: string }): Result<null, 'NOT_FOUND' | 'NO_TEXT' | 'FINDING_GONE'> {
    const report = check(call, contractId);
    if (!report.ok) return report;
    const finding = report.value.findings.find((one) => one.ruleId === ruleId && one.fingerprint === fingerprint);
    if (finding === undefined) return fail('FINDING_GONE');
    return call.write((db, note) => {
      const id = ids.create<'waiver'>();
      insertWaiver(db, { id, contractId, ruleId, fingerprint, quote: finding.quote, reason, at: clock.now(), by: call.session.user.id });
      note('contract', contractId, { waived: ruleId });
      return succeed(null);
    });
  }

  function withdraw(call: Call, key: FindingKey): Result<null, 'NOT_FOUND'> {
    return call.write<null, 'NOT_FOUND'>((db, note) => {
      if (withdrawWaiver(db, { ...key, at: clock.now(), by: call.session.user.id }) === 0) return fail('NOT_FOUND');
      note('contract', key.contractId, { waiverWithdrawn: key.ruleId });
      return succeed(null);
    });
  }

  function rules(call: Pick<Call, 'db'>): OutputOf<'checker.rules'> {
    const tunings = listTunings(call.db);
    return {
      version: versionOf(tunings),
      rules: allRules.map(({ id, kind, severity, bases }) => {
        const tuning = tunings.find(({ ruleId }) => ruleId === id);
        return {
          id,
          kind,
          severity,
          bases,
          tuning: tuning === undefined ? null : { ruleId: id, severity: tuning.severity, isOff: tuning.isOff, addedWords: tuning.addedWords, silencedWords: tuning.silencedWords },
          revision: tuning?.revision ?? 0,
          changedAt: tuning?.changedAt ?? null,
          changedByName: tuning?.changedByName ?? null,
        };
      }),
    };
  }

  function tune(call: Call, { revision, ...tuning }: InputOf<'checker.tune'>): Result<null, 'NOT_FOUND' | 'CHANGED_MEANWHILE'> {
    if (!allRules.some(({ id }) => id === tuning.ruleId)) return fail('NOT_FOUND');
    return call.write<null, 'CHANGED_MEANWHILE'>((db, note) => {
      const present = listTunings(db).find(({ ruleId }) => ruleId === tuning.ruleId)?.revision ?? 0;
      if (present !== revision) return fail('CHANGED_MEANWHILE');
      saveTuning(db, tuning, clock.now(), call.session.user.id);
      note('rule', tuning.ruleId, { severity: tuning.severity, isOff: tuning.isOff });
      return succeed(null);
    });
  }

  return { check, countBlocking, countGrave, waive, withdraw, rules, tune };
}

/** The shipped rules' version, and how often the vault's people changed it. */
function versionOf(tunings: readonly { readonly revision: number }[]): string {
  const revision = Math.max(0, ...tunings.map((tuning) => tuning.revision));
  return revision === 0 ? ruleSetVersion : `${ruleSetVersion}+${revision}`;
}
