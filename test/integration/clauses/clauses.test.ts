import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FlowDraft } from '#shared/features/approvals/model.ts';
import type { ClauseContent, LibraryClause } from '#shared/features/clauses/model.ts';
import { seedClauses } from '#shared/features/clauses/seeds/seed-clauses.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { createTestVault, goodPassphrase, taskId, testWorld, unlockTestVault, userName, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
let contract: Contract;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  contract = await world.must('contracts.create', await sampleEntry(world));
});
afterEach(() => world.close());

const list = () => world.must('clauses.list', undefined);
async function clauseOf(category: ClauseContent['category']): Promise<LibraryClause> {
  const clause = (await list()).find(({ content }) => content.category === category);
  if (clause === undefined) throw new Error(`no clause of ${category}`);
  return clause;
}
const save = ({ id, revision, content }: LibraryClause, part: Partial<ClauseContent>, note = '') => world.must('clauses.save', { id, revision, content: { ...content, ...part }, note });
const deviations = () => world.must('clauses.deviations', { contractId: contract.summary.id });
async function importText(text: string) {
  const path = join(world.folder, 'round.txt');
  writeFileSync(path, text);
  world.answers.push(path);
  const pick = await world.must('versions.pickFile', undefined);
  const { revision, summary } = await world.must('contracts.get', { id: contract.summary.id });
  await world.must('versions.importRound', { contractId: summary.id, revision, pickId: pick?.pickId ?? ('' as never), taskId: taskId(), label: '', roundFrom: 'them' });
}

describe('the library', () => {
  test('comes with the shipped clauses, and a second opening brings none twice', async () => {
    expect(await list()).toHaveLength(seedClauses.length);
    await world.must('vault.lock', undefined);
    await unlockTestVault(world);
    expect(await list()).toHaveLength(seedClauses.length);
  });

  test('keeps every version, and the same content again makes none', async () => {
    const clause = await clauseOf('forceMajeure');
    const changed = await save(clause, { titleZh: '不可抗力与情势变更' }, '加入情势变更');
    expect(changed.versionNumber).toBe(2);
    expect((await save(changed, {})).versionNumber).toBe(2);
    expect((await world.must('clauses.versions', { id: clause.id })).map(({ versionNumber, note, changedByName }) => [versionNumber, note, changedByName])).toEqual([
      [2, '加入情势变更', userName],
      [1, '', ''],
    ]);
    const stale = await world.call('clauses.save', { id: clause.id, revision: clause.revision, content: clause.content, note: '' });
    expect(stale).toMatchObject({ ok: false, error: { code: 'CHANGED_MEANWHILE' } });
  });

  test('leaves a retired clause out of what contracts are held against, until it is restored', async () => {
    const clause = await clauseOf('antiBribery');
    const used = async () => (await deviations()).some(({ category }) => category === 'antiBribery');
    expect(await used()).toBe(true);
    const retired = await world.must('clauses.retire', { id: clause.id, revision: clause.revision, isRetired: true });
    expect(await used()).toBe(false);
    await world.must('clauses.retire', { id: clause.id, revision: retired.revision, isRetired: false });
    expect(await used()).toBe(true);
  });

  test('is written by those who may, and read by nobody without the key to the text', async () => {
    for (const [name, role, code] of [['起草人', 'drafter', 'FORBIDDEN'], ['审计', 'auditor', 'FORBIDDEN'], ['财务', 'finance', 'WITHHELD']] as const) {
      const { passphrase } = await world.must('users.invite', { name, roles: [role] });
      const [clause] = role === 'drafter' ? await list() : [undefined];
      await world.must('vault.lock', undefined);
      await world.must('vault.unlock', { userName: name, passphrase, takeOver: false });
      const reply = clause === undefined ? await world.call('clauses.list', undefined) : await world.call('clauses.retire', { id: clause.id, revision: 1, isRetired: true });
      expect([name, !reply.ok && reply.error.code]).toEqual([name, role === 'auditor' ? 'WITHHELD' : code]);
      await world.must('vault.lock', undefined);
      await world.must('vault.unlock', { userName, passphrase: goodPassphrase, takeOver: false });
    }
  });
});

describe('a contract', () => {
  test('as the template has it uses preferred words only', async () => {
    const found = await deviations();
    expect(found.length).toBeGreaterThan(5);
    expect(found.filter(({ state }) => state !== 'preferred')).toEqual([]);
  });

  test('on foreign paper shows what it says instead and what it lacks', async () => {
    await importText('买卖合同\n第一条 保密\n1.1 乙方不得说出去。\n第二条 法律适用\n2.1 本合同适用香港特别行政区法律。\n');
    const found = await deviations();
    expect(found).toMatchObject([
      { category: 'confidentiality', state: 'own', acceptRole: 'legal' },
      { category: 'governingLaw', state: 'fallback', fallback: 1, number: '2.1', acceptRole: 'legal' },
      ...found.slice(2).map(() => ({ state: 'missing' })),
    ]);
    expect(found.slice(2).map(({ category }) => category)).toContain('forceMajeure');
  });

  test('lacks what the vault itself says its type requires', async () => {
    await world.must('clauses.saveRequirement', { contractType: 'sales', categories: ['insurance'] });
    expect((await deviations()).filter(({ state }) => state === 'missing').map(({ category }) => category)).toEqual(['insurance']);
  });

  test('goes past a step that asks for non-standard clauses only when it has some', async () => {
    await world.must('users.invite', { name: '法务', roles: ['legal'] });
    const condition = { amountFromMinor: null, onlyForeignPaper: false, onlyWithFindings: false };
    const step = { name: '业务', order: 1, mode: 'any', assignees: [{ kind: 'role', role: 'legal' }], condition: { ...condition, onlyWithNonStandardClauses: false, riskFrom: null, gradeFrom: null }, deadlineHours: null, escalateTo: null } as const;
    const draft: FlowDraft = { name: '流程', contractTypes: [], isOn: true, drafterMayApprove: true, needsSecondReviewer: false, steps: [step, { ...step, name: '条款', order: 2, condition: { ...condition, onlyWithNonStandardClauses: true, riskFrom: null, gradeFrom: null } }] };
    await world.must('approvals.saveFlow', { id: null, version: 0, draft });
    const names = async () => (await world.must('approvals.route', { contractId: contract.summary.id }))?.tasks.map(({ stepName }) => stepName);
    expect(await names()).toEqual(['业务']);
    await importText('买卖合同\n第一条 保密\n1.1 乙方不得说出去。\n');
    expect(await names()).toEqual(['业务', '条款']);
  });
});
