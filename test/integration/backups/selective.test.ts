import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ContractPart } from '#shared/features/backups/selective.ts';
import { contentChangedReason } from '#shared/features/contracts/lifecycle.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Stage } from '#shared/features/contracts/stage.ts';
import type { Day } from '#shared/kernel/day.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import type { AttachmentId } from '../../../src-main/attachments/attachment-store.ts';
import { loadChunks } from '../../../src-main/attachments/streamed-store.ts';
import { enterParty, proposedMerge } from '../../harness/duplicate-parties.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { obligationEntry } from '../../harness/signed-contract.ts';
import { createTestVault, goodPassphrase, taskId, testWorld, userName, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
let contract: Contract;
let place: string;
let recoveryCode: string;
beforeEach(async () => {
  world = testWorld();
  ({ recoveryCode } = await createTestVault(world));
  place = join(world.folder, 'stick');
  mkdirSync(place);
  world.answers.push(place);
  await world.must('backups.chooseFolder', undefined);
  contract = await world.must('contracts.create', await sampleEntry(world));
  for (const title of ['交付', '验收']) await world.must('fulfilment.saveObligation', { contractId: id(), id: null, revision: 0, entry: obligationEntry(title, { due: { kind: 'fixed', on: '2026-12-01' as Day } }) });
  const source = join(world.folder, '图纸.txt');
  writeFileSync(source, 'a drawing');
  world.answers.push(source);
  const picked = await world.must('attachments.pickFile', undefined);
  await world.must('attachments.add', { contractId: id(), pickIds: picked === null ? [] : [picked.pickId], taskId: taskId() });
  await world.must('backups.run', { taskId: taskId() });
});
afterEach(() => world.close());

const id = () => contract.summary.id;
const backupId = async () => (await world.must('backups.overview', undefined)).backups[0]?.id ?? ('' as never);
const asked = async (passphrase: string | null = null) => ({ id: await backupId(), passphrase, taskId: taskId() });
const compare = async () => (await world.must('backups.compareContract', { ...(await asked()), contractId: id() })).differences?.filter(({ missing, changed }) => missing + changed > 0).map(({ part, missing, changed }) => [part, missing, changed]);
const restore = async (parts: readonly ContractPart[] | null) => world.call('backups.restoreContract', { ...(await asked()), contractId: id(), parts });
const obligations = async () => (await world.must('fulfilment.ofContract', { contractId: id() })).obligations;
const code = (reply: { readonly ok: boolean; readonly error?: { readonly code: string } }) => (reply.ok ? 'ok' : reply.error?.code);

async function changeObligation(title: string) {
  const found = (await obligations()).find((one) => one.title === title);
  await world.must('fulfilment.saveObligation', { contractId: id(), id: found?.id ?? null, revision: found?.revision ?? 0, entry: obligationEntry(`${title}（误改）`, { due: { kind: 'fixed', on: '2027-05-01' as Day } }) });
}
async function removeFile() {
  const [file] = await world.must('attachments.list', { contractId: id() });
  await world.must('attachments.remove', { id: file?.id ?? ('' as never) });
}

describe('one contract of a backup', () => {
  test('is looked at beside what is here, and reads the same where nothing changed', async () => {
    expect(await world.must('backups.contracts', await asked())).toMatchObject([{ id: id(), number: contract.summary.number, isHere: true }]);
    expect(await compare()).toEqual([]);
    expect(code(await restore(['obligations']))).toBe('NOTHING_TO_RESTORE');
    await changeObligation('交付');
    await removeFile();
    expect(await compare()).toEqual([['obligations', 0, 1], ['files', 0, 1]]);
  });

  test('gives back what was deleted or changed, and nothing that came later is touched', async () => {
    await changeObligation('交付');
    await removeFile();
    await world.must('fulfilment.saveObligation', { contractId: id(), id: null, revision: 0, entry: obligationEntry('后来新增') });
    expect(code(await restore(['obligations', 'files']))).toBe('ok');
    expect((await obligations()).map(({ title }) => title).toSorted()).toEqual(['交付', '后来新增', '验收'].toSorted());
    expect(await world.must('attachments.list', { contractId: id() })).toMatchObject([{ name: '图纸.txt' }]);
    expect(await compare()).toEqual([]);
  });

  test('leaves a file under the key that it was given meanwhile, and gives one back that is gone', async () => {
    const stored = () => world.core.vaults.session()?.db.get<{ id: AttachmentId }>({ text: 'SELECT id FROM attachments', values: [] })?.id ?? ('' as never);
    const read = async () => {
      const chunks: Buffer[] = [];
      const session = world.core.vaults.session();
      if (session !== null) for await (const chunk of loadChunks(session, stored())) chunks.push(chunk);
      return Buffer.concat(chunks).toString();
    };
    world.clock.advance(60_000);
    expect((await world.must('users.rotateKeys', { taskId: taskId() })).files).toBe(1);
    expect(await compare()).toEqual([]);
    await removeFile();
    expect(code(await restore(['files']))).toBe('ok');
    expect(await read()).toBe('a drawing');
    // Swept for good, row and file, as days after it was removed.
    await removeFile();
    world.clock.advance(30 * 86_400_000);
    world.core.vaults.lock();
    await world.must('vault.unlock', { userName, passphrase: goodPassphrase, takeOver: false });
    await expect.poll(stored, { timeout: 10_000 }).toBe('');
    expect(code(await restore(['files']))).toBe('ok');
    expect(await read()).toBe('a drawing');
  });

  test('is taken back again, unless something of it was changed since', async () => {
    await changeObligation('交付');
    const restored = await restore(['obligations']);
    if (!restored.ok) throw new Error(restored.error.code);
    expect(await world.must('backups.undoRestoration', { id: restored.value.restorationId })).toBeNull();
    expect((await obligations()).map(({ title }) => title)).toContain('交付（误改）');
    expect(code(await world.call('backups.undoRestoration', { id: restored.value.restorationId }))).toBe('NOT_FOUND');
    const again = await restore(['obligations']);
    if (!again.ok) throw new Error(again.error.code);
    await changeObligation('交付');
    expect(code(await world.call('backups.undoRestoration', { id: again.value.restorationId }))).toBe('CHANGED_MEANWHILE');
    expect(await world.must('backups.restorations', undefined)).toHaveLength(2);
  });

  const present = () => world.must('contracts.get', { id: id() });
  const retitle = async (title: string) => {
    const { revision, record, summary } = await present();
    await world.must('contracts.saveRecord', { id: id(), revision, title, contractType: summary.contractType, record });
  };
  const move = async (...stages: readonly Stage[]) => {
    for (const to of stages) await world.must('contracts.changeStage', { id: id(), revision: (await present()).revision, to, details: { reason: '按流程', basis: '', notice: '', effectiveOn: null, signedOn: to === 'signed' ? ('2026-11-20' as Day) : null } });
  };

  test('voids what was decided on it where its title comes back, and where that is taken back', async () => {
    await retitle('改坏的标题');
    await move('in_review', 'pending_approval', 'approved');
    const restored = await restore(['record']);
    if (!restored.ok) throw new Error(restored.error.code);
    expect(await present()).toMatchObject({ summary: { title: contract.summary.title, stage: 'in_review' }, stageEvents: [{ from: 'approved', to: 'in_review', reason: contentChangedReason }, {}, {}, {}] });
    await move('pending_approval', 'approved');
    await world.must('backups.undoRestoration', { id: restored.value.restorationId });
    expect((await present()).summary).toMatchObject({ title: '改坏的标题', stage: 'in_review' });
  });

  test('leaves what was decided on it where nothing of that comes back', async () => {
    const { revision, record, summary } = await present();
    await world.must('contracts.saveRecord', { id: id(), revision, title: summary.title, contractType: summary.contractType, record: { ...record, department: '误改' } });
    await move('in_review', 'pending_approval', 'approved');
    expect(code(await restore(['record']))).toBe('ok');
    expect(await present()).toMatchObject({ summary: { stage: 'approved', department: record.department } });
  });

  test('is not taken back once it is signed: its sum stays', async () => {
    // Once as the form of the record writes it, so that nothing but the sum differs.
    await retitle(contract.summary.title);
    world.clock.advance(60_000);
    await world.must('backups.run', { taskId: taskId() });
    const { revision, record, summary, amount } = await present();
    if (amount === null || isWithheld(amount)) throw new Error('the contract has no sum');
    await world.must('contracts.saveRecord', { id: id(), revision, title: summary.title, contractType: summary.contractType, record, amount: { ...amount, inclusive: { ...amount.inclusive, minor: amount.inclusive.minor + 100 }, exclusiveMinor: null } });
    const restored = await restore(['record']);
    if (!restored.ok) throw new Error(restored.error.code);
    expect(restored.value.rows).toBe(1);
    await move('signed');
    expect(code(await world.call('backups.undoRestoration', { id: restored.value.restorationId }))).toBe('CHANGED_MEANWHILE');
    expect((await present()).amount).toEqual(amount);
  });

  test('comes back as a copy that names the party into which one of its own was merged since, and goes again', async () => {
    const merged = contract.record.parties[1]?.partyId ?? ('' as never);
    const kept = await enterParty(world, { nameZh: '留下的一家' });
    await world.must('parties.merge', await proposedMerge(world, kept.id, merged));
    const copy = await restore(null);
    if (!copy.ok) throw new Error(copy.error.code);
    const { record } = await world.must('contracts.get', { id: copy.value.contractId });
    expect(record.parties.map(({ partyId }) => partyId)).toEqual(contract.record.parties.map(({ partyId }) => (partyId === merged ? kept.id : partyId)));
    expect(code(await world.call('backups.undoRestoration', { id: copy.value.restorationId }))).toBe('ok');
  });

  test('brings its wording back as the newest version', async () => {
    const made = await sampleEntry(world);
    await world.must('contracts.revise', { id: id(), revision: (await world.must('contracts.get', { id: id() })).revision, entry: { ...made.entry, title: '改坏的标题' } });
    expect((await compare())?.map(([part]) => part)).toEqual(['record', 'text']);
    expect(code(await restore(['record', 'text']))).toBe('ok');
    const now = await world.must('contracts.get', { id: id() });
    expect(now.summary).toMatchObject({ title: contract.summary.title, versionNumber: 3 });
    expect(now.versions[0]).toMatchObject({ source: 'restored' });
  });

  test('comes as a copy with ids of its own, its files and words, beside the one that is here', async () => {
    const copy = await restore(null);
    if (!copy.ok) throw new Error(copy.error.code);
    expect(copy.value.contractId).not.toBe(id());
    const made = await world.must('contracts.get', { id: copy.value.contractId });
    expect(made.summary.number).not.toBe(contract.summary.number);
    expect(made.values).toEqual(contract.values);
    expect(made.amount).toEqual((await world.must('contracts.get', { id: id() })).amount);
    expect((await world.must('fulfilment.ofContract', { contractId: copy.value.contractId })).obligations).toHaveLength(2);
    const [file] = await world.must('attachments.list', { contractId: copy.value.contractId });
    expect(await world.must('attachments.preview', { id: file?.id ?? ('' as never) })).toMatchObject({ kind: expect.any(String) as string });
    expect(await world.must('backups.undoRestoration', { id: copy.value.restorationId })).toBeNull();
    expect(code(await world.call('contracts.get', { id: copy.value.contractId }))).toBe('NOT_FOUND');
    expect(await obligations()).toHaveLength(2);
  });

  test('is never brought back by half: a damaged file in the backup leaves all as it was', async () => {
    await changeObligation('交付');
    const [file] = await world.must('attachments.list', { contractId: id() });
    const session = world.core.vaults.session();
    // The file and its rows are gone here, as after a sweep; in the backup its bytes are damaged.
    session?.derive((db) => {
      for (const text of ['DELETE FROM clauses.contract_attachments', 'DELETE FROM clauses.attachment_shares', 'DELETE FROM main.attachments']) db.run({ text, values: [] });
    });
    const attachments = join(session?.folder ?? '', 'attachments');
    for (const name of readdirSync(attachments)) rmSync(join(attachments, name));
    const kept = join(place, readdirSync(place)[0] ?? '', 'attachments');
    for (const name of readdirSync(kept)) writeFileSync(join(kept, name), 'damaged');
    expect(file?.name).toBe('图纸.txt');
    expect(code(await restore(['obligations', 'files']))).toBe('DAMAGED_FILE');
    expect((await obligations()).map(({ title }) => title)).toContain('交付（误改）');
    expect(readdirSync(attachments)).toEqual([]);
    expect(await world.must('backups.restorations', undefined)).toEqual([]);
  });

  test('needs the passphrase of its time after a recovery gave the person other keys', async () => {
    const fresh = 'кедр-phone-蓝鲸-93-marble';
    await world.must('vault.lock', undefined);
    await world.must('vault.recover', { userName, recoveryCode, passphrase: fresh });
    if (world.core.vaults.session() === null) await world.must('vault.unlock', { userName, passphrase: fresh, takeOver: false });
    expect(code(await world.call('backups.contracts', await asked()))).toBe('NOT_YOUR_BACKUP');
    expect(code(await world.call('backups.contracts', await asked('a wrong guess')))).toBe('WRONG_CREDENTIALS');
    expect(await world.must('backups.contracts', await asked(goodPassphrase))).toHaveLength(1);
  });
});
