import type { Contract, ContractId, ContractSummary } from '#shared/features/contracts/model.ts';
import { arrivalOf } from '#shared/features/contracts/notices.ts';
import type { Party, PartyId, PartySummary } from '#shared/features/parties/model.ts';
import type { PracticeFacts, PractisedContract } from '#shared/features/training/practice.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Readable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Session } from '../../vault/session.ts';

/** What other features tell of the sandbox. */
export interface PracticeSources {
  readonly listContracts: (call: Call) => readonly ContractSummary[];
  readonly readContract: (call: Call, id: ContractId) => Result<Contract, 'NOT_FOUND'>;
  readonly countBlockingFindings: (call: Call, id: ContractId) => number;
  readonly listParties: (call: Call) => readonly PartySummary[];
  readonly findParty: (session: Session, db: Readable, id: PartyId) => Party | undefined;
}

/** Gathers what an exercise is judged by, from the real services: whatever changed in the sandbox since it was begun. */
export function gatherFacts(call: Call, began: { readonly beganAt: number; readonly exerciseId: ContractId | null }, today: Day, sources: PracticeSources): PracticeFacts {
  const recent = sources.listContracts(call).filter(({ id, updatedAt }) => updatedAt >= began.beganAt || id === began.exerciseId);
  const parties = sources.listParties(call).filter(({ updatedAt }) => updatedAt >= began.beganAt);
  return {
    ...began,
    today,
    parties: parties.flatMap(({ id }) => sources.findParty(call.session, call.db, id) ?? []).map(({ createdAt, uscc }) => ({ createdAt, uscc })),
    contracts: recent.flatMap(({ id }) => {
      const read = sources.readContract(call, id);
      return read.ok ? [practised(call, read.value, sources)] : [];
    }),
  };
}

function practised(call: Call, { summary, record, versions, stageEvents, notices }: Contract, { countBlockingFindings }: PracticeSources): PractisedContract {
  const hasText = summary.versionNumber > 0;
  const period = record.details.optOutPeriod;
  return {
    id: summary.id,
    contractType: summary.contractType,
    createdAt: summary.createdAt,
    hasText,
    blockingFindings: hasText ? countBlockingFindings(call, summary.id) : null,
    versionsAt: versions.map(({ createdAt }) => createdAt),
    stages: stageEvents.map(({ to, at }) => ({ to, at })),
    notices: notices.filter(({ withdrawnAt }) => withdrawnAt === null).map((notice) => ({ kind: notice.kind, sentOn: notice.sentOn, arrivesOn: arrivalOf(notice) })),
    // The exercise's own contract counts its notice in calendar days back from its inclusive last day.
    noticeDeadlineOn: record.expiresOn === null || period?.unit !== 'day' ? null : addDays(record.expiresOn, -period.amount),
  };
}
