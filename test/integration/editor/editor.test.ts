import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Contract, ContractBody, ContractId } from '#shared/features/contracts/model.ts';
import type { DocumentNode } from '#shared/features/documents/model.ts';
import type { WorkingCopy } from '#shared/features/editor/model.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(() => {
  world = testWorld();
});
afterEach(() => world.close());

const none = { reason: '', basis: '', notice: '', effectiveOn: null, signedOn: null };

async function draft(): Promise<Contract> {
  await world.must('vault.createSample', undefined);
  const { contracts } = await world.must('contracts.list', { search: '', sort: 'number', limit: 50 });
  const found = contracts.find(({ stage }) => stage === 'draft');
  if (found === undefined) throw new Error('no draft in the sample vault');
  return world.must('contracts.get', { id: found.id });
}

function bodyOf({ body }: Contract): ContractBody {
  if (body === null || isWithheld(body)) throw new Error('no text');
  return body;
}

/** The text with a paragraph more at its end. */
function longer(document: DocumentNode, text: string): DocumentNode {
  return { ...document, content: [...document.content, { type: 'paragraph', attrs: { numbered: false, id: null }, content: [{ type: 'text', text, marks: [] }] }] };
}

function copyOf(contract: Contract, text: string): WorkingCopy {
  const { bodyZh, bodyEn } = bodyOf(contract);
  return {
    baseVersion: contract.summary.versionNumber,
    zh: { document: longer(bodyZh, text), annotations: [{ kind: 'insertion', id: 's1', author: '陈静', at: 5, from: 1, to: 4 }, { kind: 'comment', id: 'c1', from: 2, to: 3 }] },
    en: { document: bodyEn, annotations: [] },
    comments: [{ id: 'c1', author: '陈静', at: 6, text: '请法务确认', replies: [], resolvedAt: null }],
  };
}

const versionsOf = async (id: ContractId) => (await world.must('contracts.get', { id })).versions;

test('what is typed is kept with its suggestions and comments, and makes no version', async () => {
  await createTestVault(world);
  const contract = await draft();
  const { id } = contract.summary;
  expect(await world.must('editor.copy', { contractId: id })).toBeNull();
  const copy = copyOf(contract, '交货前 3 日通知。');
  const { savedAt } = await world.must('editor.keep', { contractId: id, copy });
  expect(await world.must('editor.state', { contractId: id })).toMatchObject({ savedAt, suggestions: 1, comments: 1 });
  expect(await versionsOf(id)).toHaveLength(contract.versions.length);
  expect((await world.must('editor.copy', { contractId: id }))?.copy).toEqual(copy);
});

test('a saved text becomes the next version, the values stay, and the working copy is gone', async () => {
  await createTestVault(world);
  const contract = await draft();
  const { id } = contract.summary;
  await world.must('editor.keep', { contractId: id, copy: copyOf(contract, '交货前通知。') });
  const [bodyZh, bodyEn] = [bodyOf(contract).bodyZh, bodyOf(contract).bodyEn].map((body) => longer(body, '卖方应在交货前 3 日书面通知买方。')) as [DocumentNode, DocumentNode];
  const saved = await world.must('editor.save', { contractId: id, revision: contract.revision, bodyZh, bodyEn, label: '增加通知', goesOn: null });
  expect(saved).toEqual({ versionNumber: contract.summary.versionNumber + 1, isNew: true });
  expect(await world.must('editor.copy', { contractId: id })).toBeNull();
  const after = await world.must('contracts.get', { id });
  expect(after.versions[0]).toMatchObject({ source: 'editor', label: '增加通知', versionNumber: saved.versionNumber });
  expect(after.versions[0]?.contentHash).not.toBe(contract.versions[0]?.contentHash);
  expect(after.values).toEqual(contract.values);
  expect(bodyOf(after).variables).toEqual(bodyOf(contract).variables);
  const { blocks } = await world.must('versions.text', { contractId: id, versionNumber: saved.versionNumber });
  expect(JSON.stringify(blocks)).toContain('卖方应在交货前 3 日书面通知买方。');
});

test('the same text again makes no version; comments that stand go on with a working copy of the new one', async () => {
  await createTestVault(world);
  const contract = await draft();
  const { id, versionNumber } = contract.summary;
  const { bodyZh, bodyEn } = bodyOf(contract);
  const text = { contractId: id, revision: contract.revision, bodyZh, bodyEn, label: '' };
  expect(await world.must('editor.save', { ...text, goesOn: null })).toEqual({ versionNumber, isNew: false });
  const goesOn = copyOf(contract, '待确认。');
  const saved = await world.must('editor.save', { ...text, bodyZh: longer(bodyZh, '待确认。'), goesOn });
  expect((await world.must('editor.copy', { contractId: id }))?.copy).toEqual({ ...goesOn, baseVersion: saved.versionNumber });
});

test('a version that somebody else saved meanwhile is not written over', async () => {
  await createTestVault(world);
  const contract = await draft();
  const { bodyZh, bodyEn } = bodyOf(contract);
  const text = { contractId: contract.summary.id, revision: contract.revision, bodyEn, label: '', goesOn: null };
  await world.must('editor.save', { ...text, bodyZh: longer(bodyZh, '一。') });
  expect(await world.call('editor.save', { ...text, bodyZh: longer(bodyZh, '二。') })).toMatchObject({ ok: false, error: { code: 'CHANGED_MEANWHILE' } });
});

test('a signed text is fixed: nothing is kept and nothing is saved', async () => {
  await createTestVault(world);
  const contract = await draft();
  const { id } = contract.summary;
  const signed = await world.call('contracts.changeStage', { id, revision: contract.revision, to: 'signed', details: { ...none, signedOn: '2026-11-20' as never } });
  expect(signed.ok).toBe(true);
  expect(await world.call('editor.keep', { contractId: id, copy: copyOf(contract, '改。') })).toMatchObject({ ok: false, error: { code: 'SIGNED_IS_FIXED' } });
  const { bodyZh, bodyEn } = bodyOf(contract);
  expect(await world.call('editor.save', { contractId: id, revision: contract.revision + 1, bodyZh: longer(bodyZh, '改。'), bodyEn, label: '', goesOn: null })).toMatchObject({ ok: false, error: { code: 'SIGNED_IS_FIXED' } });
});

test('a discarded copy is gone, the versions are not', async () => {
  await createTestVault(world);
  const contract = await draft();
  const { id } = contract.summary;
  await world.must('editor.keep', { contractId: id, copy: copyOf(contract, '改。') });
  await world.must('editor.discard', { contractId: id });
  expect(await world.must('editor.copy', { contractId: id })).toBeNull();
  expect(await versionsOf(id)).toHaveLength(contract.versions.length);
  expect(await world.call('editor.discard', { contractId: id })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
});

test('hidden characters can’t be kept in a working copy', async () => {
  await createTestVault(world);
  const contract = await draft();
  expect(await world.call('editor.keep', { contractId: contract.summary.id, copy: copyOf(contract, '付\u202E款') })).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
});
