import { assert } from '#shared/kernel/assert.ts';
import { nameKey } from '../../src-main/db/name-order.ts';
import { sql } from '../../src-main/db/sql.ts';
import type { TestWorld } from '../harness/world.ts';

/**
 * What two years leave behind in a vault with contracts, in every table that a shipped report reads: texts from templates
 * and what the checker found in them, signatures, obligations with their steps, payments, problems and risks; ten rows a
 * contract. They are put in by SQL, the same ones on every machine, because making a million of them one by one would take an hour.
 */
export function leaveYearsOfWork(world: TestWorld): void {
  const session = world.core.vaults.session();
  assert(session !== null, 'the vault is locked');
  const now = world.clock.now();
  const by = session.user.id;
  const day = 86_400_000;
  const newId = sql`lower(printf('%s-%s-4%s-8%s-%s', hex(randomblob(4)), hex(randomblob(2)), substr(hex(randomblob(2)), 2), substr(hex(randomblob(2)), 2), hex(randomblob(6))))`;
  session.derive((db) => {
    db.run(sql`
      UPDATE contracts SET created_at = ${now} - (rowid % 730) * ${day},
        template_version_id = (SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS place, count(*) OVER () AS templates FROM template_versions) WHERE place = 1 + contracts.rowid % templates)`);
    db.run(sql`
      INSERT INTO stage_events (id, contract_id, from_stage, to_stage, reason, details, at, by)
      SELECT ${newId}, id, 'awaiting_signature', 'signed', '', '{}', created_at + (rowid % 71) * ${day}, ${by} FROM contracts`);
    db.run(sql`
      INSERT INTO clauses.counted_versions (contract_id, version_number, counted_on, open, digest)
      SELECT id, version_number, date(created_at / 1000, 'unixepoch'), 2, '' FROM contracts`);
    db.run(sql`
      INSERT INTO clauses.finding_counts (contract_id, version_number, rule_id, kind, severity, open, waived)
      SELECT contracts.id, version_number, rule.value, 'vague', CASE (contracts.rowid + rule.key) % 3 WHEN 0 THEN 'B' WHEN 1 THEN 'H' ELSE 'M' END, 1, 0
      FROM contracts, json_each('["R01", "M03"]') AS rule`);
    db.run(sql`
      INSERT INTO obligations (id, contract_id, series_id, title, obligor, type, due_rule, due_on, due_missing, due_key, grace_days, overdue_from, owner_id, status, is_open, met_on, evidence_required, milestone_id, created_at, updated_at, revision, title_key)
      SELECT ${newId}, id, NULL, '交付 ' || part.value, CASE part.value % 2 WHEN 0 THEN 'us' ELSE 'them' END, 'delivery', '{"kind":"fixed","on":"' || due_on || '"}', due_on, NULL, due_on, 0, date(due_on, '+1 day'), NULL,
        CASE WHEN is_met THEN 'met' ELSE 'planned' END, NOT is_met, CASE WHEN is_met THEN date(due_on, (number % 4 - 2) || ' days') END, 0, NULL, 0, 0, 1, CASE part.value WHEN 0 THEN ${nameKey('交付 0')} WHEN 1 THEN ${nameKey('交付 1')} ELSE ${nameKey('交付 2')} END
      FROM (
        SELECT *, due_on < date(${now} / 1000, 'unixepoch') AND number % 9 > 0 AS is_met
        FROM (SELECT contracts.id, contracts.rowid AS number, part.value, date(${now} / 1000, 'unixepoch', (contracts.rowid * 37 % 730 + part.value * 90 - 600) || ' days') AS due_on FROM contracts, json_each('[0, 1, 2]') AS part)
      ) AS part`);
    db.run(sql`
      INSERT INTO obligation_events (obligation_id, from_status, to_status, happened_on, reason, at, by_id)
      SELECT id, 'planned', 'met', met_on, '', ${now}, ${by} FROM obligations WHERE met_on IS NOT NULL`);
    db.run(sql`
      INSERT INTO payment_dues (id, contract_id, sequence, direction, due_rule, due_on, due_missing, due_key, owner_id, is_open, revision)
      SELECT ${newId}, contract_id, 1, CASE rowid % 2 WHEN 0 THEN 'pay' ELSE 'receive' END, due_rule, due_on, NULL, due_key, NULL, rowid % 3 = 0, 1 FROM obligations WHERE rowid % 3 = 0`);
    db.run(sql`
      INSERT INTO finance.payment_plans (payment_id, contract_id, condition, share_basis_points, minor, currency, status)
      SELECT id, contract_id, '', NULL, 10000 + rowid, 'CNY', CASE is_open WHEN 1 THEN 'pending' ELSE 'settled' END FROM payment_dues`);
    db.run(sql`
      INSERT INTO problems (id, contract_id, obligation_id, kind, severity, title, action, effect, owner_id, due_on, status, opened_on, resolved_on, created_at, created_by, revision)
      SELECT ${newId}, id, NULL, CASE rowid / 5 % 4 WHEN 0 THEN 'late' WHEN 1 THEN 'quality' WHEN 2 THEN 'communication' ELSE 'other' END, 'medium', '进度滞后', '', 'none', ${by}, NULL, 'open',
        date(created_at / 1000, 'unixepoch'), NULL, created_at, ${by}, 1
      FROM contracts WHERE rowid % 5 = 0`);
    db.run(sql`
      INSERT INTO risks (id, category, title, contract_id, party_id, likelihood, impact, state, treatment, owner_id, review_on, created_at, updated_at, revision)
      SELECT ${newId}, 'breach', '可能违约', id, NULL, 1 + rowid % 5, 1 + rowid / 5 % 5, 'open', 'reduce', NULL, NULL, created_at, created_at, 1 FROM contracts WHERE rowid % 4 = 0`);
  });
}
