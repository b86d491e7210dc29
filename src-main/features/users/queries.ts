import type { AccessReview, AccessReviewId, GrantDecision, ReviewedGrant, SessionEvent } from '#shared/features/users/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { compartmentSchema } from '#shared/features/vault/compartments.ts';
import { customRoleIdSchema } from '#shared/features/vault/custom-roles.ts';
import { reachSchema, wholeReach, type Reach } from '#shared/features/vault/reach.ts';
import { compartmentsOf, roleSchema } from '#shared/features/vault/roles.ts';
import { byName } from '#shared/kernel/name-order.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { nameKey } from '../../db/name-order.ts';
import { sql } from '../../db/sql.ts';
import type { VaultMember } from '../../vault/members.ts';

/** Writes a person's name; what they did stays under it after they leave. */
export function insertUser(db: Writable, id: UserId, name: string, at: number): void {
  db.run(sql`INSERT INTO users (id, name, created_at, name_key) VALUES (${id}, ${name}, ${at}, ${nameKey(name)})`);
}

/** The name of somebody who is or was in the vault; empty for nobody known. */
export function nameOfUser(db: Readable, id: UserId): string {
  return db.get<{ name: string }>(sql`SELECT name FROM users WHERE id = ${id}`)?.name ?? '';
}

/** Whether a person ever opened the vault, as the audit log tells. */
export function hasOpened(db: Readable, id: UserId): boolean {
  return db.get(sql`SELECT 1 FROM audit_events WHERE actor_id = ${id} AND operation IN ('vault.unlock', 'vault.recover', 'vault.finishCreate') LIMIT 1`) !== undefined;
}

const kindByOperation: Readonly<Record<string, SessionEvent['kind']>> = { 'vault.unlock': 'unlocked', 'vault.finishCreate': 'unlocked', 'vault.lock': 'locked', 'vault.recover': 'recovered' };

/** Who opened and locked the vault, the latest first. `before`: only events with a smaller running number. */
export function listSessionEvents(db: Readable, before: number | null, limit: number): readonly SessionEvent[] {
  return db
    .all<{ sequence: number; at: number; userName: string; operation: string; failures: number | null }>(sql`
      SELECT sequence, at, coalesce(users.name, '') AS userName, operation, json_extract(facts, '$.failures') AS failures
      FROM audit_events LEFT JOIN users ON users.id = actor_id
      WHERE operation IN ('vault.unlock', 'vault.lock', 'vault.recover', 'vault.finishCreate') AND sequence < ${before ?? Number.MAX_SAFE_INTEGER}
      ORDER BY sequence DESC LIMIT ${limit}`)
    .map(({ operation, failures, ...event }) => ({ ...event, kind: kindByOperation[operation] ?? 'unlocked', failures: failures ?? 0 }));
}

/** A person with what they hold. */
export type ReviewedPerson = Pick<VaultMember, 'id' | 'roles' | 'customRoles' | 'compartments'> & { readonly reach: Reach };

/** Begins a review of the people given. */
export function insertAccessReview(db: Writable, review: { readonly id: AccessReviewId; readonly at: number; readonly by: UserId; readonly people: readonly ReviewedPerson[] }): void {
  db.run(sql`INSERT INTO access_reviews (id, started_at, started_by) VALUES (${review.id}, ${review.at}, ${review.by})`);
  for (const person of review.people) putReviewedGrant(db, review.id, person);
}

/** Takes what a person holds now into a review, to be decided on. */
export function putReviewedGrant(db: Writable, reviewId: AccessReviewId, { id, roles, customRoles, compartments, reach }: ReviewedPerson): void {
  db.run(sql`INSERT INTO access_review_grants (review_id, user_id, roles, custom_roles, compartments, reach)
    VALUES (${reviewId}, ${id}, ${JSON.stringify(roles)}, ${JSON.stringify(customRoles)}, ${JSON.stringify(compartments)}, ${JSON.stringify(reach)})
    ON CONFLICT (review_id, user_id) DO UPDATE SET roles = excluded.roles, custom_roles = excluded.custom_roles, compartments = excluded.compartments, reach = excluded.reach,
      decision = NULL, decided_at = NULL, decided_by = NULL`);
}

export function decideReviewedGrant(db: Writable, reviewId: AccessReviewId, userId: UserId, decision: GrantDecision, at: number, by: UserId): void {
  db.run(sql`UPDATE access_review_grants SET decision = ${decision}, decided_at = ${at}, decided_by = ${by} WHERE review_id = ${reviewId} AND user_id = ${userId}`);
}

export function closeAccessReview(db: Writable, id: AccessReviewId, at: number, by: UserId): void {
  db.run(sql`UPDATE access_reviews SET finished_at = ${at}, finished_by = ${by} WHERE id = ${id}`);
}

/** Reviews, the latest first. */
export function listAccessReviews(db: Readable, limit: number): readonly AccessReview[] {
  const reviews = db.all<Omit<AccessReview, 'grants'>>(sql`
    SELECT review.id, started_at AS startedAt, coalesce(starter.name, '') AS startedByName, finished_at AS finishedAt, coalesce(finisher.name, '') AS finishedByName
    FROM access_reviews AS review LEFT JOIN users AS starter ON starter.id = started_by LEFT JOIN users AS finisher ON finisher.id = finished_by
    ORDER BY started_at DESC, review.id LIMIT ${limit}`);
  return reviews.map((review) => ({ ...review, grants: grantsOf(db, review.id) }));
}

function grantsOf(db: Readable, id: AccessReviewId): readonly ReviewedGrant[] {
  return db
    .all<Omit<ReviewedGrant, 'roles' | 'customRoles' | 'compartments' | 'reach'> & { readonly roles: string; readonly customRoles: string | null; readonly compartments: string | null; readonly reach: string | null }>(sql`
      SELECT user_id AS userId, coalesce(person.name, '') AS userName, roles, custom_roles AS customRoles, compartments, reach, decision, decided_at AS decidedAt, coalesce(decider.name, '') AS decidedByName
      FROM access_review_grants LEFT JOIN users AS person ON person.id = user_id LEFT JOIN users AS decider ON decider.id = decided_by
      WHERE review_id = ${id} ORDER BY user_id`)
    .toSorted((one, other) => byName(one.userName, other.userName))
    .map((grant) => {
      const roles = roleSchema.array().parse(JSON.parse(grant.roles));
      // A review from before there were roles of the vault's own, and then before anybody saw a part only.
      const compartments = grant.compartments === null ? compartmentsOf(roles) : compartmentSchema.array().parse(JSON.parse(grant.compartments));
      return { ...grant, roles, customRoles: customRoleIdSchema.array().parse(JSON.parse(grant.customRoles ?? '[]')), compartments, reach: grant.reach === null ? wholeReach : reachSchema.parse(JSON.parse(grant.reach)) };
    });
}

/** The departments that stand in contracts, by name; at most 500. */
export function listDepartments(db: Readable): readonly string[] {
  const all = db.all<{ department: string }>(sql`SELECT DISTINCT department FROM contracts WHERE department <> ''`).map(({ department }) => department);
  return all.toSorted(byName).slice(0, 500);
}
