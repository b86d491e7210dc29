import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Stage } from '#shared/features/contracts/stage.ts';
import type { InputOf } from '#shared/ipc/registry.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { badContract } from '../../harness/bad-contract.ts';
import { createTestVault, taskId, testWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
let contract: Contract;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  contract = await world.must('contracts.create', await sampleEntry(world));
});
afterEach(() => world.close());

const check = () => world.must('checker.check', { contractId: contract.summary.id });
const open = async () => (await check()).findings.filter(({ waiver }) => waiver === null);
const blocking = async () => (await open()).filter(({ severity }) => severity === 'block');

const revisionOf = async (id: string) => (await world.must('checker.rules', undefined)).rules.find((rule) => rule.id === id)?.revision ?? 0;

/** Tunes a rule as it stands now. */
async function tune(tuning: Omit<InputOf<'checker.tune'>, 'revision'>): Promise<void> {
  await world.must('checker.tune', { ...tuning, revision: await revisionOf(tuning.ruleId) });
}

async function importText(text: string) {
  const path = join(world.folder, 'round.txt');
  writeFileSync(path, text);
  world.answers.push(path);
  const pick = await world.must('versions.pickFile', undefined);
  if (pick === null) throw new Error('no file was picked');
  const { revision, summary } = await world.must('contracts.get', { id: contract.summary.id });
  await world.must('versions.importRound', { contractId: summary.id, revision, pickId: pick.pickId, taskId: taskId(), label: '', roundFrom: 'them' });
}

async function move(to: Stage) {
  const { revision } = await world.must('contracts.get', { id: contract.summary.id });
  const details = { reason: 'x', basis: '', notice: '', effectiveOn: null, signedOn: null };
  return world.call('contracts.changeStage', { id: contract.summary.id, revision, to, details });
}

describe('a check', () => {
  test('of a contract made from a shipped template finds nothing that blocks signing', async () => {
    expect((await blocking()).map(({ ruleId, quote }) => [ruleId, quote])).toEqual([]);
  });

  test('of a bad text quotes the words where they stand', async () => {
    await importText(badContract.zh);
    const { findings, clauses } = await check();
    expect(new Set(findings.map(({ ruleId }) => ruleId))).toEqual(new Set([...new Set(findings.map(({ ruleId }) => ruleId)), ...badContract.rules]));
    for (const { clause, start, end, quote } of findings) expect(clauses[clause]?.text.slice(start, end).slice(0, quote.length)).toBe(quote);
  });
});

describe('a finding', () => {
  test('is waived with a reason, stays waived when text above it grows, and comes back when withdrawn', async () => {
    await importText(badContract.zh);
    const [first] = await blocking();
    if (first === undefined) throw new Error('nothing blocks');
    const key = { contractId: contract.summary.id, ruleId: first.ruleId, fingerprint: first.fingerprint };
    const before = (await check()).score.total;
    await world.must('checker.waive', { ...key, reason: '双方另有书面约定' });
    expect((await open()).some(({ ruleId, fingerprint }) => ruleId === key.ruleId && fingerprint === key.fingerprint)).toBe(false);
    expect((await check()).score.total).toBeGreaterThanOrEqual(before);
    await importText(badContract.zh.replace('\n第一条', '\n鉴于双方有合作意愿，特订立本合同。\n\n第一条'));
    const again = (await check()).findings.find(({ ruleId, fingerprint }) => ruleId === key.ruleId && fingerprint === key.fingerprint);
    expect(again?.waiver).toMatchObject({ reason: '双方另有书面约定' });
    await world.must('checker.withdrawWaiver', key);
    expect((await open()).some(({ ruleId, fingerprint }) => ruleId === key.ruleId && fingerprint === key.fingerprint)).toBe(true);
  });

  test('that the text does not have cannot be waived', async () => {
    const reply = await world.call('checker.waive', { contractId: contract.summary.id, ruleId: 'X01', fingerprint: 'none', reason: 'no such words' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'FINDING_GONE' } });
  });

  test('that blocks keeps a contract from signature until each one is waived', async () => {
    await importText(badContract.zh);
    for (const to of ['in_review', 'pending_approval', 'approved'] as const) expect((await move(to)).ok).toBe(true);
    const count = (await blocking()).length;
    expect(count).toBeGreaterThan(0);
    expect(await move('pending_signature')).toMatchObject({ ok: false, error: { code: 'FINDINGS_BLOCK', params: { count } } });
    expect((await world.must('contracts.get', { id: contract.summary.id })).summary.stage).toBe('approved');
    for (const { ruleId, fingerprint } of await blocking()) {
      await world.must('checker.waive', { contractId: contract.summary.id, ruleId, fingerprint, reason: '已核对' });
    }
    expect((await move('pending_signature')).ok).toBe(true);
  });
});

describe('the rules', () => {
  test('are turned off, weighed anew and given words for the whole vault, with another version of the set', async () => {
    await importText(badContract.zh);
    const { version, rules } = await world.must('checker.rules', undefined);
    expect(rules.length).toBeGreaterThan(40);
    const [first] = await blocking();
    if (first === undefined) throw new Error('nothing blocks');
    const asShipped = { ruleId: first.ruleId, severity: null, isOff: false, addedWords: [], silencedWords: [] };
    await tune({ ...asShipped, isOff: true });
    expect((await open()).some(({ ruleId }) => ruleId === first.ruleId)).toBe(false);
    expect((await world.must('checker.rules', undefined)).version).not.toBe(version);
    await tune({ ...asShipped, severity: 'info' });
    expect((await open()).filter(({ ruleId }) => ruleId === first.ruleId).every(({ severity }) => severity === 'info')).toBe(true);
    await tune({ ...asShipped, ruleId: 'R02', addedWords: ['早日'] });
    await importText('第一条 交付\n乙方应早日将设备送至甲方仓库。');
    expect((await open()).filter(({ ruleId }) => ruleId === 'R02').map(({ quote }) => quote)).toEqual(['早日']);
  });

  test('keep what a colleague made of one, when the form for it was begun before', async () => {
    const revision = await revisionOf('R02');
    const mine = { ruleId: 'R02', severity: null, isOff: false, addedWords: ['早日'], silencedWords: [], revision };
    await world.must('checker.tune', { ...mine, addedWords: ['尽早'] });
    expect(await world.call('checker.tune', mine)).toMatchObject({ ok: false, error: { code: 'CHANGED_MEANWHILE' } });
    const { rules } = await world.must('checker.rules', undefined);
    expect(rules.find(({ id }) => id === 'R02')?.tuning?.addedWords).toEqual(['尽早']);
    await tune({ ...mine });
    expect((await world.must('checker.rules', undefined)).rules.find(({ id }) => id === 'R02')?.tuning?.addedWords).toEqual(['早日']);
  });

  test('that are not there cannot be tuned', async () => {
    const reply = await world.call('checker.tune', { ruleId: 'Z99', severity: null, isOff: true, addedWords: [], silencedWords: [], revision: 0 });
    expect(reply).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});
