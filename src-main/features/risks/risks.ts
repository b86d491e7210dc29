import type { ContractId } from '#shared/features/contracts/model.ts';
import type { RiskLevel } from '#shared/features/risks/model.ts';
import { levelOfScore } from '#shared/features/risks/score.ts';
import { succeed } from '#shared/kernel/result.ts';
import type { Call, HandlersOf } from '../../ipc/handlers.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { Job } from '../../scheduler/scheduler.ts';
import type { Session } from '../../vault/session.ts';
import { createRegister, type RegisterParts } from './register.ts';
import { createScoring, type ScoringParts } from './scoring.ts';
import { createWarningService, type WarningParts } from './warning-service.ts';

export interface RisksParts extends ScoringParts, RegisterParts, Omit<WarningParts, 'scored'> {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly onChanged: (features: readonly string[]) => void;
}

/** After a change, how long what follows from it may wait: a person who works makes several at a time. */
const settleMs = 1_500;
/** All that reached a score are looked at: one that many reached would else never warn of the rest. */
const mostWarned = 1_000_000;
/** Time alone makes rules come true, too. */
const lookMs = 15 * 60_000;

/** The register of risks, contracts' scores, and rules that warn. */
export function createRisks(parts: RisksParts) {
  const { clock } = parts;
  const register = createRegister(parts);
  const scoring = createScoring(parts);
  const scored: WarningParts['scored'] = (session, from) => scoring.list({ session, db: session.db, write: () => { throw new Error('scores are read only'); } }, { from, limit: mostWarned });
  const warnings = createWarningService({ ...parts, scored });
  let lookAt = 0;
  let lookedIn: Session | null = null;

  const look: Job = {
    name: 'risks',
    nextAt: (session) => {
      if (session === null) return null;
      // A look that lies further ahead than it can: the clock was set back.
      return lookedIn === session && lookAt <= clock.now() + lookMs ? lookAt : 0;
    },
    run: async (session) => {
      if (session === null) return;
      lookedIn = session;
      lookAt = clock.now() + lookMs;
      const changed = scoring.isBehind(session) ? await scoring.catchUp(session) : 0;
      const given = await warnings.evaluate(session);
      if (changed + given > 0) parts.onChanged(given > 0 ? ['risks', 'reminders'] : ['risks']);
    },
  };

  const handlers: HandlersOf<'risks'> = {
    list: (filter, call) => succeed(register.list(call, filter)),
    save: ({ id, revision, draft }, call) => register.save(call, id, revision, draft),
    score: ({ contractId }, call) => scoring.ofContract(call, contractId),
    scores: (choice, call) => {
      const weights = scoring.weights(call.db);
      return succeed(scoring.list(call, choice).map((row) => ({ ...row, level: levelOfScore(row.score, weights) })));
    },
    weights: (_, { db }) => succeed(scoring.weights(db)),
    saveWeights: ({ weights }, call) => scoring.saveWeights(call, weights),
    rules: (_, call) => succeed(warnings.rules(call)),
    saveRule: ({ id, revision, draft }, call) => warnings.save(call, id, revision, draft),
    addShipped: ({ names }, call) => warnings.addShipped(call, names),
    removeRule: ({ id }, call) => warnings.remove(call, id),
    dryRun: ({ trigger }, call) => warnings.dryRun(call, trigger),
    alerts: (choice, call) => succeed(warnings.alerts(call, choice)),
    acknowledge: ({ id }, call) => warnings.acknowledge(call, id),
    judge: ({ id, verdict }, call) => warnings.judge(call, id, verdict),
  };

  return {
    handlers,
    job: look,
    warningsSeen: warnings.seenElsewhere,
    /** How risky a contract is; null where a part that the person's keys don't open might lift it. */
    levelOf: (call: Call, id: ContractId): RiskLevel | null => {
      const scored = scoring.ofContract(call, id);
      if (!scored.ok) return null;
      return scored.value.isPartial && scored.value.level !== 'high' ? null : scored.value.level;
    },
    /** Something was changed: what follows is looked at soon. */
    wake: () => {
      lookAt = Math.min(lookAt, clock.now() + settleMs);
    },
  };
}
