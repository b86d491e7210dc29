import { z } from 'zod';
import { isRepealed } from '#shared/features/laws/citations.ts';
import type { StoredLaw } from '#shared/features/reviews/ipc.ts';
import { dayAt, daySchema, type Day } from '#shared/kernel/day.ts';
import { auditHead } from '../../audit/audit-chain.ts';
import type { Readable } from '../../db/connection.ts';
import { dayOn, type Clock } from '../../ports.ts';
import type { Session } from '../../vault/session.ts';
import { readSetting, writeSetting } from '../../vault/vault-settings.ts';
import type { createLawRegister, LawRegisterParts } from './law-register.ts';
import { vaultMadeAt } from './register-queries.ts';

export interface UpdateWatchParts extends Pick<LawRegisterParts, 'ruleSetVersion'> {
  readonly clock: Clock;
  readonly laws: Pick<ReturnType<typeof createLawRegister>, 'list' | 'planCiting' | 'planUnderRules'>;
}

/** What was answered with reviews already: ends of laws, and the version of the checker's rules. */
const watchSchema = z.object({ laws: z.array(z.object({ id: z.string(), repealedOn: daySchema })).readonly(), rules: z.string().nullable() }).readonly();
type Watch = z.infer<typeof watchSchema>;

/**
 * Plans by itself what a change of the law or of the checker's rules asks for: when a law ends that contracts cite, a review
 * of each of them; when the rules change, of those on a monthly rhythm. Only who reads the clauses can find who cites what:
 * until such a person opens the vault the change waits.
 */
export function createUpdateWatch({ clock, laws, ruleSetVersion }: UpdateWatchParts) {
  let level: { readonly session: Session; readonly day: Day; readonly sequence: number } | null = null;

  /** Gives how many reviews were planned. */
  function look(session: Session): number {
    if (!session.holds('clauses') || session.isBusy) return 0;
    const today = dayOn(clock);
    // Asked with every page of reviews: laws and rules are read only after something was written.
    const { sequence } = auditHead(session.whole);
    if (level?.session === session && level.day === today && level.sequence === sequence) return 0;
    const ended = laws.list(session.whole).filter((law) => isRepealed(law, today));
    const version = ruleSetVersion(session);
    const seen = seenOf(session.whole);
    // A law that ended before the vault was made is no change; the checker says so where a text cites it.
    const since = dayAt(vaultMadeAt(session.whole), clock.offsetMinutes(clock.now()));
    const fresh = ended.filter((law) => (isOwn(law) || (law.repealedOn ?? '') >= since) && !seen.laws.some((one) => one.id === law.id && one.repealedOn === law.repealedOn));
    let planned = 0;
    if (fresh.length > 0 || seen.rules !== version) {
      session.derive((db) => {
        for (const law of fresh) planned += laws.planCiting(db, law);
        // The first version that is seen is no change either.
        if (seen.rules !== null && seen.rules !== version) planned += laws.planUnderRules(db, version, 'monthly');
        const next: Watch = { laws: [...seen.laws, ...fresh.flatMap(({ id, repealedOn }) => (repealedOn === null ? [] : { id, repealedOn }))], rules: version };
        writeSetting(db, 'review_watch', JSON.stringify(next));
      });
    }
    level = { session, day: today, sequence };
    return planned;
  }

  return { look };
}

function seenOf(db: Readable): Watch {
  const kept = readSetting(db, 'review_watch');
  return kept === undefined ? { laws: [], rules: null } : watchSchema.parse(JSON.parse(kept));
}

/** Entered in this vault, or changed in it. */
function isOwn({ isShipped, isChanged }: StoredLaw): boolean {
  return !isShipped || isChanged;
}
