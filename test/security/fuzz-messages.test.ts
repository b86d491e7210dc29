import { afterAll, beforeAll, expect, test } from 'vitest';
import { rightTo } from '#shared/features/vault/matrix.ts';
import type { Role } from '#shared/features/vault/roles.ts';
import { routerErrors } from '#shared/ipc/contract.ts';
import { findOperation, operationNames } from '#shared/ipc/registry.ts';
import { effortOf } from '../harness/effort.ts';
import { sampleEntry } from '../harness/entries.ts';
import { look, tableDigests } from '../harness/faults/judge.ts';
import { inputFor } from '../harness/fuzz/inputs.ts';
import { mutated } from '../harness/fuzz/mutations.ts';
import { randomFrom, type Random } from '../harness/fuzz/random.ts';
import { collectGarbage } from '../harness/garbage.ts';
import { createTestVault, goodPassphrase, taskId, testWorld, userName, type TestWorld } from '../harness/world.ts';

// The attack: script in the renderer sends whatever it likes to every operation, made after the operation's own schema so
// that it gets as far as can be. FUZZ_SEED repeats a run, FUZZ_MESSAGES lengthens it.

const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_125);
const messages = Number(process.env['FUZZ_MESSAGES'] ?? 10_000);
/** Of this process's own work: on a busy machine the clock on the wall says little. What only waits is caught by the test's patience. */
const longestMs = 5_000;
const mostGrowth = 400 * 1024 * 1024;
/** They lock the vault, make another or take half a second of key derivation each: they have tests of their own. */
const passedOver = ['vault.lock', 'vault.createSample', 'vault.deleteSample', 'vault.forget', 'vault.select', 'vault.unlock', 'vault.recover', 'vault.changePassphrase', 'vault.beginCreate', 'vault.beginRecoveryRenewal', 'users.invite', 'users.rotateKeys', 'backups.run', 'backups.drill'];
const names = operationNames().filter((name) => !passedOver.includes(name));
const secrets = ['128604000', '6200 0000', '示例银行'];

let world: TestWorld;
let ids: readonly string[];
const passphrases = new Map<Role, string>();
beforeAll(async () => {
  world = testWorld();
  await createTestVault(world);
  await world.must('contracts.create', await sampleEntry(world));
  for (const role of ['auditor', 'legal'] as const) passphrases.set(role, (await world.must('users.invite', { name: role, roles: [role] })).passphrase);
  ids = idsInVault();
});
afterAll(() => world.close());

function idsInVault(): readonly string[] {
  const db = world.core.vaults.session()?.db;
  const found = ['contracts', 'contract_versions', 'parties', 'templates', 'template_versions', 'users', 'approval_flows', 'obligations'].flatMap((table) => db?.all<{ id: string }>({ text: `SELECT id FROM ${table}`, values: [] }) ?? []);
  return [...found.map(({ id }) => id), taskId()];
}

/** Sends messages and gives what went wrong with them, a line each. */
async function bombard(count: number, random: Random, roles: readonly Role[] | null): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (let sent = 0; sent < count; sent += 1) {
    const name = random.pick(names);
    const operation = findOperation(name);
    if (operation === undefined) continue;
    const whole = inputFor(operation.input, random, ids);
    const input = random.chance(0.85) ? mutated(whole, random) : whole;
    const { outcome: reply, seconds } = await effortOf(() => world.core.router(random.chance(0.01) ? mutated(name, random) : name, input));
    if (seconds * 1_000 > longestMs) wrong.push(`${name} took ${Math.round(seconds * 1_000)} ms`);
    if (reply.ok) {
      if (roles === null ? operation.access !== 'anyone' : rightTo(operation, roles) !== 'allowed') wrong.push(`${name} was done for ${roles?.join() ?? 'nobody'}`);
      if (roles?.includes('legal') === true && secrets.some((secret) => JSON.stringify(reply.value).includes(secret))) wrong.push(`${name} told an amount or an account`);
    } else {
      const { code } = reply.error;
      if (code === 'INTERNAL' || !([...routerErrors, ...operation.errors] as readonly string[]).includes(code)) wrong.push(`${name} answered ${code} to ${describe(input)}: ${world.log.at(-1) ?? ''}`);
    }
  }
  return [...new Set(wrong)];
}

/** For the message of a failure. */
function describe(input: unknown): string {
  try {
    return JSON.stringify(input, (_key, value: unknown) => (typeof value === 'string' && value.length > 60 ? `${value.slice(0, 20)}…` : value))?.slice(0, 300) ?? 'undefined';
  } catch {
    return typeof input;
  }
}

async function become(role: Role): Promise<void> {
  world.core.vaults.lock();
  await world.must('vault.unlock', { userName: role, passphrase: passphrases.get(role) ?? '', takeOver: false });
}

/** Opens the vault as who holds all keys, and gives what lies in it by tables. */
async function contents(): Promise<ReadonlyMap<string, string>> {
  world.core.vaults.lock();
  await world.must('vault.unlock', { userName, passphrase: goodPassphrase, takeOver: false });
  const session = world.core.vaults.session();
  if (session === null) throw new Error('no open vault');
  return tableDigests(session.db);
}

/** What everybody may keep for themselves: how their first page, their lists and their lessons look, when they are away, and what they suggest. */
const everybodysOwn = ['main.home_layouts', 'main.saved_views', 'main.saved_reports', 'main.absences', 'main.improvement_items'];

const before = process.memoryUsage.rss();

test('a locked vault: nothing is done that is not offered to anyone', { timeout: 120_000 }, async () => {
  world.core.vaults.lock();
  expect(await bombard(messages * 0.15, randomFrom(seed), null)).toEqual([]);
});

test('an auditor: nothing of the contracts changes, whatever they send', { timeout: 120_000 }, async () => {
  const was = await contents();
  await become('auditor');
  expect(await bombard(messages * 0.3, randomFrom(seed + 1), ['auditor'])).toEqual([]);
  const now = await contents();
  const changed = [...now.keys()].filter((table) => now.get(table) !== was.get(table));
  expect(changed.filter((table) => !everybodysOwn.includes(table))).toEqual([]);
});

test('a lawyer: no amount and no account gets out', { timeout: 120_000 }, async () => {
  await become('legal');
  expect(await bombard(messages * 0.25, randomFrom(seed + 2), ['legal'])).toEqual([]);
});

test('who may do everything with contracts: every message is answered by a declared code, and the vault stays whole', { timeout: 120_000 }, async () => {
  await contents();
  expect(await bombard(messages * 0.3, randomFrom(seed + 3), ['administrator', 'contract_manager'])).toEqual([]);
  await contents();
  expect(await look(world, [])).toMatchObject({ auditBreaks: 0, isDamaged: false, mismatches: 0 });
  expect(({} as Record<string, unknown>)['polluted'] ?? ({} as Record<string, unknown>)['isAdministrator']).toBeUndefined();
  collectGarbage();
  expect(process.memoryUsage.rss() - before).toBeLessThan(mostGrowth);
});
